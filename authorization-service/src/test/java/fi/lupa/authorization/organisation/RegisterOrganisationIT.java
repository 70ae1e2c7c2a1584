package fi.lupa.authorization.organisation;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.newKey;
import static fi.lupa.authorization.support.Calls.newOid;
import static fi.lupa.authorization.support.Calls.registration;
import static fi.lupa.authorization.support.Calls.unit;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RegisterOrganisationIT extends AuthorizationIT {
  private final String oid = newOid();
  private final ObjectNode registration = registration(oid);

  @Test
  void anOrganisationIsRegisteredAndInForceBeforeTheAnswer() {
    Answer answer = calls.register(registration);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.etag()).isEqualTo("\"1\"");
    assertThat(answer.headers().getLocation()).hasToString("/v1/organisations/" + oid);
    assertThat(answer.body().path("effective").asBoolean()).isTrue();
    assertThat(answer.text("changedAt")).startsWith(TODAY);
    ObjectNode told = ((ObjectNode) answer.body()).deepCopy();
    told.remove(List.of("version", "changedAt", "effective"));
    assertThat(told).isEqualTo(registration);
    assertThat(DISCLOSURE.pushed(oid))
        .singleElement()
        .satisfies(envelope -> {
          assertThat(envelope.path("source").asString()).isEqualTo("/authorization-service");
          assertThat(envelope.path("type").asString())
              .isEqualTo("fi.lupa.authorization.organisation-changed.v1");
          assertThat(envelope.at("/data/status").asString()).isEqualTo("JOINED");
        });
  }

  @Test
  void namesAreKeptInAllLanguages() {
    Map<String, String> name = Map.of("fi", "Etelä", "sv", "Södra", "en", "South");
    calls.registered(with(registration, "name", name));
    assertThat(calls.get("/v1/organisations/" + oid, oid).body().path("name"))
        .isEqualTo(Calls.JSON.valueToTree(name));
  }

  @Test
  void aUnitOfHealthCareMayGiveServicesTogetherWithSocialCare() {
    ObjectNode asked = inHealthCare(joint("2026-03-01", "2027-12-31"), joint("2026-01-01", null));
    calls.registered(asked);
    assertThat(jointServices()).isEqualTo(asked.at("/units/0/jointServices"));
    assertThat(DISCLOSURE.pushed(oid).getLast().at("/data/units/0/jointServices/0/partners"))
        .isEqualTo(asked.at("/units/0/jointServices/0/partners"));

    ((ObjectNode) asked.at("/units/0")).putArray("jointServices");
    assertThat(calls.change(oid, "\"1\"", asked).status()).isEqualTo(200);
    assertThat(jointServices().isMissingNode()).isTrue();
  }

  @Test
  void aJointServiceDoesNotEndBeforeItStarts() {
    Answer answer =
        calls.register(
            inHealthCare(joint("2026-03-01", "2026-03-01"), joint("2026-03-01", "2026-02-28")));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("violations").findValuesAsString("pointer"))
        .containsExactly("/units/0/jointServices/1/end");
  }

  @Test
  void socialCareAsksByNoJointService() {
    ObjectNode asked = with(inHealthCare(joint("2026-03-01", null)), "sector", "SOCIAL");
    Answer answer = calls.register(asked);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("violations").findValuesAsString("pointer"))
        .containsExactly("/units/0/jointServices");
  }

  private ObjectNode inHealthCare(ObjectNode... services) {
    ObjectNode asked = with(registration, "sector", "HEALTH");
    ((ObjectNode) asked.at("/units/0")).putArray("jointServices").addAll(List.of(services));
    return asked;
  }

  private static ObjectNode joint(String start, @Nullable String end) {
    ObjectNode service =
        body(
            "serviceTasks",
            List.of("FAMILIES", "SUBSTANCE_ABUSE"),
            "socialServices",
            List.of("45"),
            "partners",
            List.of("1.2.246.10.91000005.10.0"),
            "start",
            start);
    return end == null ? service : service.put("end", end);
  }

  private JsonNode jointServices() {
    return calls.get("/v1/organisations/" + oid, oid).body().at("/units/0/jointServices");
  }

  @Test
  void whileTheDisclosureServiceIsAwayItIsRegisteredButNotInForce() {
    DISCLOSURE.leave();
    String key = newKey();
    Answer answer = calls.register(registration, key);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().path("effective").asBoolean()).isFalse();
    String effectUrl = answer.text("effectUrl");
    assertThat(effectUrl).isEqualTo("/v1/organisations/" + oid + "/effect?version=1");
    assertThat(calls.get(effectUrl, oid).body()).isEqualTo(body("version", 1, "effective", false));

    DISCLOSURE.comeBack();
    assertThat(calls.get(effectUrl, oid).body().path("effective").asBoolean()).isFalse();
    DISCLOSURE.learn(oid, 1);
    assertThat(calls.get(effectUrl, oid).body().path("effective").asBoolean()).isTrue();
    assertThat(calls.register(registration, key).status()).isEqualTo(201);
  }

  @Test
  void theSameKeyAndBodyGetTheSameAnswer() {
    String key = newKey();
    Answer first = calls.register(registration, key);
    Answer second = calls.register(registration, key);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().getLocation()).isEqualTo(first.headers().getLocation());
    assertThat(DISCLOSURE.pushed(oid)).hasSize(1);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    String key = newKey();
    calls.register(registration, key);
    Answer answer = calls.register(with(registration, "status", "LEFT"), key);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void aRefusedRegistrationLeavesNothingAndItsKeyCanBeUsedAgain() {
    String other = calls.registered();
    String key = newKey();
    List<?> units =
        List.of(
            Map.of("oid", unit(oid, 1), "name", Map.of("fi", "Oma")),
            Map.of("oid", unit(other, 1), "name", Map.of("fi", "Toisen")));
    Answer refused = calls.register(with(registration, "units", units), key);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("UNIT_EXISTS");
    assertThat(calls.get("/v1/organisations/" + oid, oid).status()).isEqualTo(404);
    assertThat(calls.register(registration, key).status()).isEqualTo(201);
  }

  @Test
  void anOidIsRegisteredOnce() {
    calls.registered(registration);
    Answer answer = calls.register(registration);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("ORGANISATION_EXISTS");
  }

  @Test
  void aUnitStandsInTheListOnce() {
    Map<String, ?> twice = Map.of("oid", unit(oid, 1), "name", Map.of("fi", "Yksikkö"));
    Answer answer = calls.register(with(registration, "units", List.of(twice, twice)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/violations/0/pointer").asString()).isEqualTo("/units/1/oid");
  }

  @Test
  void unitsAndFunctionsMayBeNone() {
    ObjectNode bare = with(with(registration, "units", List.of()), "functions", List.of());
    assertThat(calls.register(bare).status()).isEqualTo(201);
    assertThat(calls.get("/v1/organisations/" + oid, oid).body().path("units").size()).isZero();
  }
}
