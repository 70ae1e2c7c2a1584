package fi.lupa.authorization.usageright.read;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.newOid;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Persons;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReadUsageRightIT extends AuthorizationIT {
  private String organiser;
  private String producer;
  private String id;

  @BeforeEach
  void right() {
    organiser = calls.registered();
    producer = calls.registered();
    id = calls.grant(organiser, Calls.grant(Persons.newIdentityCode(), producer)).text("id");
  }

  @Test
  void bothPartiesReadIt() {
    Answer organisers = calls.get("/v1/usage-rights/" + id, organiser);
    Answer producers = calls.get("/v1/usage-rights/" + id, producer);
    assertThat(organisers.status()).isEqualTo(200);
    assertThat(organisers.etag()).isEqualTo("\"1\"");
    assertThat(producers.body()).isEqualTo(organisers.body());
    assertThat(producers.body().propertyNames()).doesNotContain("client", "effective");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/versions", "/effect?version=1"})
  void toAnyoneElseItIsNotFoundLikeOneThatIsNot(String path) {
    Answer foreign = calls.get("/v1/usage-rights/" + id + path, calls.registered());
    Answer none = calls.get("/v1/usage-rights/" + UUID.randomUUID() + path, newOid());
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(without(foreign.body())).isEqualTo(without(none.body()));
  }

  @Test
  void whatIsNoIdIsRefused() {
    assertThat(calls.get("/v1/usage-rights/hello", organiser).status()).isEqualTo(400);
  }

  @Test
  void theHistoryTellsEachVersionWithWhoAndWhen() {
    calls.end(organiser, id, "\"1\"", body("reason", "CONTRACT_ENDED", "on", "2026-12-31"));
    calls.end(organiser, id, "\"2\"", body("reason", "OTHER"));

    JsonNode versions =
        calls.get("/v1/usage-rights/" + id + "/versions", producer).body().path("items");
    assertThat(versions.valueStream().map(version -> version.path("version").asInt()))
        .containsExactly(3, 2, 1);
    assertThat(versions.valueStream().map(version -> version.path("change").asString()))
        .containsExactly("ENDED", "ENDED", "GRANTED");
    assertThat(versions.get(0).path("endReason").asString()).isEqualTo("OTHER");
    assertThat(versions.get(1).path("end").asString()).isEqualTo("2026-12-31");
    assertThat(versions.get(1).has("endedAt")).isFalse();
    assertThat(versions.get(2).has("end")).isFalse();
    assertThat(versions.get(2).path("changedBy"))
        .isEqualTo(body("organisation", organiser, "system", "test-client"));
    assertThat(versions.get(2).path("changedAt").asString()).startsWith(TODAY);
  }

  @Test
  void theHistoryIsPaged() {
    calls.end(organiser, id, "\"1\"", body("reason", "OTHER"));
    String url = "/v1/usage-rights/" + id + "/versions?limit=1";
    Answer first = calls.get(url, organiser);
    Answer second = calls.get(url + "&cursor=" + first.text("next"), organiser);
    assertThat(first.body().at("/items/0/version").asInt()).isEqualTo(2);
    assertThat(second.body().at("/items/0/version").asInt()).isEqualTo(1);
    assertThat(second.body().path("next").isNull()).isTrue();
    assertThat(calls.get(url + "&cursor=AAAA", organiser).status()).isEqualTo(400);
  }

  @Test
  void aVersionToComeHasNoEffect() {
    assertThat(calls.get("/v1/usage-rights/" + id + "/effect?version=2", organiser).status())
        .isEqualTo(404);
    assertThat(calls.get("/v1/usage-rights/" + id + "/effect?version=1", organiser).body())
        .isEqualTo(body("version", 1, "effective", true));
  }

  private static JsonNode without(JsonNode problem) {
    return with(
        with((tools.jackson.databind.node.ObjectNode) problem, "instance", ""), "traceId", "");
  }
}
