package fi.lupa.audit;

import static fi.lupa.audit.Events.COUNTY;
import static fi.lupa.audit.Events.COUNTY_NAME;
import static fi.lupa.audit.Events.COUNTY_UNIT;
import static fi.lupa.audit.Events.PRODUCER;
import static fi.lupa.audit.Events.PRODUCER_NAME;
import static fi.lupa.audit.Events.PRODUCER_UNIT;
import static fi.lupa.audit.Events.PRODUCER_UNIT_NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.audit.AuditService.Person;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.PermitState;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import fi.lupa.testkit.TestIssuer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MyLogIT extends SharedIT {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Person person = AuditService.person();

  @Test
  void everythingThatConcernsOneIsThereNewestFirst() {
    topics.send(Events.organisation(COUNTY, COUNTY_NAME, COUNTY_UNIT, text("Yksikkö")), at(-9));
    topics.send(
        Events.organisation(PRODUCER, PRODUCER_NAME, PRODUCER_UNIT, PRODUCER_UNIT_NAME), at(-8));
    UUID right = topics.send(Events.right(person.ref(), Change.GRANTED, null, null, null), at(0));
    UUID read = topics.send(Events.read(person.ref(), 3), at(1));
    UUID stored = topics.send(Events.stored(person.ref(), Outcome.PERMITTED, null), at(2));
    UUID informing = topics.send(Events.informing(person.ref(), Channel.CITIZEN), at(3));
    UUID permit =
        topics.send(
            Events.permit(
                person.ref(),
                PermitKind.SOCIAL_CARE,
                PermitState.GIVEN,
                Channel.PROVIDER,
                List.of()),
            at(4));
    UUID denied = topics.send(Events.denied(person.ref(), "REGISTER_RIGHT_ENDED"), at(5));

    JsonNode page = logOf(6);

    assertThat(service.ids(page)).containsExactly(denied, permit, informing, stored, read, right);
    assertThat(page.get("next").isNull()).isTrue();
    JsonNode granted = page.at("/items/5");
    await()
        .untilAsserted(() ->
            assertThat(service.log(person).at("/items/5/organisation/fi").asString())
                .isEqualTo("Hoivakoto Oy"));
    assertThat(granted.get("kind").asString()).isEqualTo("RIGHT");
    assertThat(granted.get("outcome").isNull()).isTrue();
    assertThat(page.at("/items/0/outcome").asString()).isEqualTo("DENIED");
    assertThat(page.at("/items/0/reason").asString())
        .isEqualTo("Rekisterinkäyttöoikeus on päättynyt.");
  }

  @ParameterizedTest
  @CsvSource({
    "fi, fi, luki",
    "sv, sv, läste",
    "en-GB, en, read",
    "'de, en;q=0.5', en, read",
    "de, fi, luki",
    "???, fi, luki"
  })
  void textsAreInTheLanguageOneReads(String accepted, String spoken, String word) {
    UUID id = topics.send(Events.read(person.ref(), 3), at(0));
    logOf(1);

    service
        .get(person.token(), accepted, "/v1/my/log/{id}", id)
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Content-Language", spoken)
        .expectHeader()
        .valueEquals("Cache-Control", "no-store")
        .expectBody()
        .jsonPath("$.sentence")
        .value(String.class, sentence -> assertThat(sentence).contains(word));
  }

  @Test
  void pagingIsStableWhileEntriesArrive() {
    List<UUID> before = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      before.addFirst(topics.send(Events.read(person.ref(), 1), at(i)));
    }
    logOf(25);

    List<UUID> seen = new ArrayList<>();
    String cursor = null;
    int arrived = 25;
    do {
      JsonNode page =
          cursor == null
              ? AuditService.json(service.get(person.token(), "fi", "/v1/my/log?limit=7"))
              : service.log(person, 7, cursor);
      seen.addAll(service.ids(page));
      cursor = page.get("next").isNull() ? null : page.get("next").asString();
      topics.send(Events.read(person.ref(), 1), at(1000 + arrived));
      logOf(++arrived);
    } while (cursor != null);

    assertThat(seen).containsExactlyElementsOf(before);
  }

  @Test
  void entriesOfOneMomentAreNeitherLostNorRepeatedBetweenPages() {
    for (int i = 0; i < 9; i++) {
      topics.send(Events.read(person.ref(), 1), at(0));
    }
    List<UUID> all = service.ids(logOf(9));
    List<UUID> seen = new ArrayList<>();
    JsonNode page = AuditService.json(service.get(person.token(), "fi", "/v1/my/log?limit=2"));
    seen.addAll(service.ids(page));
    while (!page.get("next").isNull()) {
      page = service.log(person, 2, page.get("next").asString());
      seen.addAll(service.ids(page));
    }

    assertThat(seen).containsExactlyElementsOf(all).doesNotHaveDuplicates().hasSize(9);
  }

  @Test
  void theLogGoesOnOverMonthsAndYears() {
    UUID old = topics.send(Events.read(person.ref(), 1), NOON.minus(4000, ChronoUnit.DAYS));
    UUID monthBack = topics.send(Events.read(person.ref(), 1), NOON.minus(31, ChronoUnit.DAYS));
    UUID now = topics.send(Events.read(person.ref(), 1), NOON);
    UUID ahead = topics.send(Events.read(person.ref(), 1), NOON.plus(700, ChronoUnit.DAYS));
    JsonNode all = logOf(4);

    assertThat(service.ids(all)).containsExactly(ahead, now, monthBack, old);
    JsonNode first = AuditService.json(service.get(person.token(), "fi", "/v1/my/log?limit=2"));
    assertThat(service.ids(service.log(person, 2, first.get("next").asString())))
        .containsExactly(monthBack, old);
    service.get(person.token(), "fi", "/v1/my/log/{id}", old).expectStatus().isOk();
  }

  @Test
  void aStrangerSeesNothingOfIt() {
    Person stranger = AuditService.person();
    UUID id = topics.send(Events.read(person.ref(), 1), at(0));
    logOf(1);

    assertThat(service.ids(service.log(stranger))).isEmpty();
    service.get(person.token(), "fi", "/v1/my/log/{id}", id).expectStatus().isOk();
    String others = notFound(stranger, id.toString());
    assertThat(others).isEqualTo(notFound(stranger, UUID.randomUUID().toString()));
    assertThat(others).isEqualTo(notFound(stranger, "anything"));
  }

  @Test
  void aCursorOfSomeoneElseShowsOnlyOnesOwn() {
    Person other = AuditService.person();
    topics.send(Events.read(person.ref(), 1), at(2));
    topics.send(Events.read(person.ref(), 1), at(1));
    UUID own = topics.send(Events.read(other.ref(), 1), at(0));
    logOf(2);
    await().until(() -> service.log(other).get("items").size() == 1);

    String cursor =
        AuditService.json(service.get(person.token(), "fi", "/v1/my/log?limit=1"))
            .get("next")
            .asString();

    assertThat(service.ids(service.log(other, 50, cursor))).containsExactly(own);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=x", "cursor="})
  void aPageThatCannotBeIsRefused(String query) {
    service
        .get(person.token(), "fi", "/v1/my/log?" + query)
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("REQUEST_INVALID")
        .jsonPath("$.violations.length()")
        .isEqualTo(1);
  }

  @Test
  void onlyACitizenReadsTheLog() {
    TestIssuer issuer = TestIssuer.shared();
    http.get().uri("/v1/my/log").exchange().expectStatus().isUnauthorized();
    service
        .get(issuer.token("1.2.246.10.91000005.10.0", "log.supervise"), "fi", "/v1/my/log")
        .expectStatus()
        .isForbidden();
    service
        .get(issuer.token("1.2.246.10.91000005.10.0", "citizen"), "fi", "/v1/my/log")
        .expectStatus()
        .is4xxClientError();
    for (String token :
        List.of(
            issuer.expired("x", "citizen"),
            issuer.otherAudience("x", "citizen"),
            issuer.otherIssuer("x", "citizen"))) {
      service.get(token, "fi", "/v1/my/log").expectStatus().isUnauthorized();
    }
  }

  private String notFound(Person who, String id) {
    byte[] body =
        service
            .get(who.token(), "fi", "/v1/my/log/{id}", id)
            .expectStatus()
            .isNotFound()
            .expectBody()
            .returnResult()
            .getResponseBody();
    String text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
    assertThat(text).contains("NOT_FOUND");
    return text.replace(id, "ID").replaceAll("\"traceId\":\"[^\"]*\"", "");
  }

  private JsonNode logOf(int entries) {
    await()
        .atMost(java.time.Duration.ofSeconds(20))
        .until(() -> service.log(person).get("items").size() == entries);
    return service.log(person);
  }

  private static Instant at(int seconds) {
    return NOON.plusSeconds(seconds);
  }

  private static LocalizedText text(String fi) {
    return new LocalizedText(fi, null, null);
  }
}
