package fi.lupa.authorization.usageright.end;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.newKey;
import static fi.lupa.authorization.support.Calls.unit;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Persons;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EndRelationshipIT extends AuthorizationIT {
  private final Map<String, String> client = Map.of("identityCode", Persons.newIdentityCode());
  private String organiser;
  private String now;
  private String later;
  private String ending;
  private String ofAnother;

  @BeforeEach
  void rights() {
    organiser = calls.registered();
    String producer = calls.registered();
    ObjectNode grant = with(Calls.grant(Persons.newIdentityCode(), producer), "client", client);
    now = granted(grant);
    later = granted(with(with(grant, "serviceTask", "DISABILITY"), "start", "2027-02-01"));
    ending = granted(with(with(grant, "serviceTask", "FAMILIES"), "end", "2026-11-30"));
    ofAnother = granted(with(grant, "client", Map.of("identityCode", Persons.newIdentityCode())));
    String otherOrganiser = calls.registered();
    calls.grant(otherOrganiser, with(grant, "producerUnit", unit(producer, 2)));
  }

  @Test
  void allRightsOfTheClientEndWithItAtOnce() {
    Answer answer = end(body("client", client));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("effective").asBoolean()).isTrue();
    assertThat(answer.body().path("items").size()).isEqualTo(3);
    for (String id : new String[] {now, later, ending}) {
      JsonNode right = read(id);
      assertThat(right.path("state").asString()).isEqualTo("ENDED");
      assertThat(right.path("endReason").asString()).isEqualTo("RELATIONSHIP_ENDED");
      assertThat(DISCLOSURE.pushed(id).getLast().at("/data/change").asString()).isEqualTo("ENDED");
    }
    assertThat(read(ofAnother).path("state").asString()).isEqualTo("IN_FORCE");
  }

  @Test
  void withADayTheyLastThroughItAndWhatWouldBeginAfterItNeverDoes() {
    Answer answer = end(body("client", client, "on", "2026-12-31"));
    assertThat(answer.body().path("items").size()).isEqualTo(2);
    assertThat(read(now).path("end").asString()).isEqualTo("2026-12-31");
    assertThat(read(now).path("state").asString()).isEqualTo("IN_FORCE");
    assertThat(read(later).path("state").asString()).isEqualTo("ENDED");
    assertThat(read(ending).path("end").asString()).isEqualTo("2026-11-30");
    assertThat(read(ending).has("endReason")).isFalse();
  }

  @Test
  void aSecondTimeNothingIsLeft() {
    end(body("client", client));
    Answer again = end(body("client", client));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body().path("items").isEmpty()).isTrue();
  }

  @Test
  void theSameKeyAndBodyEndOnce() {
    String key = newKey();
    Answer first = end(body("client", client), key);
    Answer second = end(body("client", client), key);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(read(now).path("version").asLong()).isEqualTo(2);
    assertThat(end(body("client", client, "on", TODAY), key).code())
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void whileTheDisclosureServiceIsAwayItIsOverButNotInForce() {
    DISCLOSURE.leave();
    Answer answer = end(body("client", client));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().path("effective").asBoolean()).isFalse();
    assertThat(read(now).path("state").asString()).isEqualTo("ENDED");
  }

  @Test
  void itCannotHaveEndedEarlier() {
    Answer answer = end(body("client", client, "on", "2026-11-21"));
    assertThat(answer.code()).isEqualTo("END_IN_PAST");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(read(now).path("state").asString()).isEqualTo("IN_FORCE");
  }

  private String granted(ObjectNode grant) {
    return calls.grant(organiser, grant).text("id");
  }

  private Answer end(ObjectNode body) {
    return end(body, newKey());
  }

  private Answer end(ObjectNode body, String key) {
    return calls.post("/v1/client-relationships/ends", organiser, body, "Idempotency-Key", key);
  }

  private JsonNode read(String id) {
    return calls.get("/v1/usage-rights/" + id, organiser).body();
  }
}
