package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.audit.AuditService.Person;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.testkit.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody reads the log of a person they may act for (facts 10.7). */
class RepresentativeLogIT extends SharedIT {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Person client = AuditService.person();
  private final Person holder = AuditService.person();
  private final UUID id = UUID.randomUUID();

  private WebTestClient.ResponseSpec as(Person reader, RepresentationRole role, String uri) {
    return as(client, reader, role, uri);
  }

  private WebTestClient.ResponseSpec as(
      Person represented, Person reader, RepresentationRole role, String uri) {
    String token =
        TestIssuer.shared()
            .representativeToken(
                represented.identityCode(), reader.identityCode(), id, role.name());
    return service.get(token, "en", uri);
  }

  private static String code(WebTestClient.ResponseSpec response, int status) {
    byte[] body =
        response.expectStatus().isEqualTo(status).expectBody().returnResult().getResponseBody();
    return JsonMapper.shared().readTree(body).path("code").asString();
  }

  private void told(RepresentationChanged relation, int entries) {
    topics.send(relation, NOON.plusSeconds(relation.version()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> service.log(client).get("items").size() == entries);
  }

  private RepresentationChanged relation(RepresentationRole role) {
    return Events.relation(id, 1, client.ref(), holder.ref(), role);
  }

  @Test
  void aMandatesHolderReadsAsThePersonAndThePersonIsTold() {
    topics.send(Events.read(client.ref(), 1), NOON);
    told(relation(RepresentationRole.MANDATE), 2);

    JsonNode page = AuditService.json(as(holder, RepresentationRole.MANDATE, "/v1/my/log"));
    List<UUID> seen = service.ids(page);
    assertThat(seen).hasSize(2);
    as(holder, RepresentationRole.MANDATE, "/v1/my/log/" + seen.getLast()).expectStatus().isOk();

    JsonNode own = service.log(client);
    assertThat(service.ids(own)).hasSize(4).endsWith(seen.toArray(UUID[]::new));
    for (int i = 0; i < 2; i++) {
      assertThat(own.at("/items/" + i + "/kind").asString()).isEqualTo("REPRESENTATIVE_VIEWED");
      assertThat(own.at("/items/" + i + "/representative").asString()).isEqualTo("MANDATE");
      assertThat(own.at("/items/" + i + "/sentence").asString())
          .isEqualTo("Edustajasi (valtuutettu) katsoi tätä lokia.");
    }
    assertThat(service.log(client).get("items").size())
        .as("one's own look isn't told")
        .isEqualTo(4);
  }

  @Test
  void aMinorsLogIsTheMinorsOwn() {
    Person child = AuditService.child();
    topics.send(
        Events.relation(id, 1, child.ref(), holder.ref(), RepresentationRole.GUARDIAN_OF_MINOR),
        NOON);
    topics.send(Events.read(child.ref(), 1), NOON);
    await().atMost(Duration.ofSeconds(20)).until(() -> service.log(child).get("items").size() == 2);

    RepresentationRole guardian = RepresentationRole.GUARDIAN_OF_MINOR;
    assertThat(code(as(child, holder, guardian, "/v1/my/log"), 403))
        .isEqualTo("GUARDIAN_LOG_NOT_SHOWN");
    String entry = "/v1/my/log/" + service.ids(service.log(child)).getFirst();
    assertThat(code(as(child, holder, guardian, entry), 403)).isEqualTo("GUARDIAN_LOG_NOT_SHOWN");
    assertThat(code(as(child, AuditService.person(), guardian, "/v1/my/log"), 403))
        .isEqualTo("NO_REPRESENTATION");
    assertThat(service.log(child).get("items").size()).as("nothing was shown").isEqualTo(2);
  }

  @Test
  void aRelationThatWasEndedLetsNobodyIn() {
    RepresentationRole role = RepresentationRole.LEGAL_GUARDIAN;
    told(relation(role), 1);
    as(holder, role, "/v1/my/log").expectStatus().isOk();
    RepresentationChanged stands = relation(role);
    told(
        new RepresentationChanged(
            id,
            2,
            RepresentationChanged.State.ENDED,
            stands.client(),
            stands.representative(),
            role,
            null,
            stands.validFrom(),
            null,
            false,
            stands.changedAt()),
        3);
    // what comes again, older, changes nothing
    topics.send(stands, NOON.plusSeconds(9));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> service.log(client).get("items").size() == 4);
    assertThat(code(as(holder, role, "/v1/my/log"), 403)).isEqualTo("NO_REPRESENTATION");
  }
}
