package fi.lupa.authorization.onboarding;

import static fi.lupa.authorization.support.Calls.newOid;
import static fi.lupa.authorization.support.Calls.registration;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Events;
import fi.lupa.authorization.support.Persons;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The way through, in each situation. */
class OnboardingIT extends AuthorizationIT {
  private final String oid = newOid();

  @ParameterizedTest
  @CsvSource({
    "PUBLIC, PUBLIC, REGISTER_USAGE_RIGHT, 19",
    "PRIVATE, PRIVATE, REGISTER_USAGE_RIGHT, 19",
    "OLD_DOCUMENTS_ONLY, PUBLIC, OLD_DOCUMENTS, 17"
  })
  void stepByStepAnOrganisationJoins(
      String situation, String ownership, String function, int steps) {
    calls.registered(registered(ownership));
    Joining joining = new Joining(calls, oid, function);
    Answer started = joining.started(situation);
    assertThat(started.status()).isEqualTo(201);
    assertThat(started.headers().getLocation()).hasToString(joining.url());
    assertThat(started.text("state")).isEqualTo("OPEN");
    assertThat(started.text("next")).isEqualTo("PREPARATION");
    assertThat(started.body().at("/deadlines/0/dueOn").asString()).isEqualTo("2027-11-22");

    joining.upTo("TEST_RUN");
    assertThat(organisation().text("status")).isEqualTo("REGISTERED");
    daysLater(1);
    joining.upTo("IN_PRODUCTION");
    assertThat(organisation().etag()).isEqualTo("\"1\"");
    Answer through = joining.step("IN_PRODUCTION");

    assertThat(through.status()).isEqualTo(200);
    assertThat(through.body().path("effective").asBoolean()).isTrue();
    assertThat(through.text("state")).isEqualTo("IN_PRODUCTION");
    assertThat(through.body().has("next")).isFalse();
    assertThat(through.body().path("steps")).hasSize(steps);
    assertThat(organisation().text("status")).isEqualTo("JOINED");
    assertThat(organisation().body().at("/functions/0").asString()).isEqualTo(function);
    JsonNode pushed = DISCLOSURE.pushed(oid).getLast();
    assertThat(pushed.at("/data/status").asString()).isEqualTo("JOINED");
    assertThat(Events.await(oid, 2).getLast().data().at("/functions/0").asString())
        .isEqualTo(function);
    assertThat(deadline(through, "REPORT").path("state").asString()).isEqualTo("MET");
    assertThat(deadline(through, "START").path("state").asString()).isEqualTo("MET");
    assertThat(deadline(through, "CERTIFICATE").path("state").asString()).isEqualTo("OPEN");
  }

  @Test
  void eachStepKeepsWhoWhenAndWhatShowsIt() {
    calls.registered(registered("PUBLIC"));
    Joining joining = new Joining(calls, oid, "ARCHIVING");
    joining.started("PUBLIC");
    JsonNode steps = joining.upTo("TEST_PLANNED").read().body().path("steps");
    JsonNode sent = step(steps, "APPLICATION_SENT");
    assertThat(sent.at("/by/organisation").asString()).isEqualTo(oid);
    assertThat(sent.at("/by/system").asString()).isNotBlank();
    assertThat(sent.path("at").asString()).startsWith(TODAY);
    assertThat(sent.at("/evidence/reference").asString()).isEqualTo("R 2");
    assertThat(sent.at("/application/technical/connection").asString()).isEqualTo("INTERMEDIARY");
    JsonNode certified = step(steps, "CERTIFICATE_RECORDED");
    assertThat(certified.at("/by/organisation").asString()).isEqualTo(Calls.OPERATOR);
    assertThat(certified.path("certificate")).isEqualTo(joining.certificate());
  }

  @Test
  void anExtensionIsTheLighterPath() {
    ObjectNode joined = registration(oid);
    calls.registered(with(joined, "functions", List.of("ARCHIVING")));
    Joining joining = new Joining(calls, oid, "REGISTER_USAGE_RIGHT");
    assertThat(joining.started("EXTENSION").body().path("checklist")).hasSize(3);
    joining.upTo("TEST_RUN");
    daysLater(1);
    Answer through = joining.through();
    assertThat(through.body().path("steps")).hasSize(10);
    assertThat(organisation().body().path("functions").valueStream().map(JsonNode::asString))
        .containsExactly("ARCHIVING", "REGISTER_USAGE_RIGHT");
    assertThat(
            calls.grant(calls.registered(), Calls.grant(Persons.newIdentityCode(), oid)).status())
        .isEqualTo(201);
  }

  @Test
  void aGrantToOneThatLacksTheFunctionIsDenied() {
    calls.registered(with(registration(oid), "functions", List.of("ARCHIVING")));
    String ready = calls.registered();
    String person = Persons.newIdentityCode();
    assertThat(calls.grant(ready, Calls.grant(person, oid)).code()).isEqualTo("PRODUCER_NOT_READY");
    assertThat(calls.grant(oid, Calls.grant(person, ready)).code())
        .isEqualTo("ORGANISER_NOT_READY");
  }

  @Test
  void aFailedTestIsMadeAgain() {
    calls.registered(registered("PUBLIC"));
    Joining joining = new Joining(calls, oid, "ARCHIVING");
    joining.started("PUBLIC");
    joining.upTo("TEST_RUN");
    daysLater(1);
    joining.upTo("TEST_CHECKED");
    ObjectNode no = with(joining.order("TEST_CHECKED"), "findings", Joining.findings(false));
    assertThat(joining.step(no).text("next")).isEqualTo("TEST_PLANNED");
    assertThat(joining.through().text("state")).isEqualTo("IN_PRODUCTION");
  }

  @Test
  void whileTheDisclosureServiceIsAwayProductionIsStoredButNotInForce() {
    calls.registered(registered("PUBLIC"));
    Joining joining = new Joining(calls, oid, "ARCHIVING");
    joining.started("PUBLIC");
    joining.upTo("TEST_RUN");
    daysLater(1);
    joining.upTo("IN_PRODUCTION");
    DISCLOSURE.leave();
    Answer answer = joining.step("IN_PRODUCTION");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().path("effective").asBoolean()).isFalse();
    assertThat(answer.text("effectUrl"))
        .isEqualTo("/v1/organisations/" + oid + "/effect?version=2");
    assertThat(calls.get(answer.text("effectUrl"), oid).status()).isEqualTo(200);
    assertThat(organisation().text("status")).isEqualTo("JOINED");
  }

  @Test
  void aMainJoinersProductionBringsItsCoJoinersAlong() {
    calls.registered(registered("PRIVATE"));
    String coJoiner = newOid();
    calls.registered(with(with(registration(coJoiner), "ownership", "PRIVATE"), "mainJoiner", oid));
    assertThat(calls.get("/v1/organisations/" + coJoiner, oid).text("effectiveStatus"))
        .isEqualTo("REGISTERED");
    Joining joining = new Joining(calls, oid, "ARCHIVING");
    joining.started("PRIVATE");
    joining.upTo("TEST_RUN");
    daysLater(1);
    joining.through();
    assertThat(calls.get("/v1/organisations/" + coJoiner, oid).text("effectiveStatus"))
        .isEqualTo("JOINED");
    assertThat(DISCLOSURE.pushed(coJoiner).getLast().at("/data/status").asString())
        .isEqualTo("JOINED");
  }

  private ObjectNode registered(String ownership) {
    ObjectNode registration = with(registration(oid), "ownership", ownership);
    return with(with(registration, "status", "REGISTERED"), "functions", List.of());
  }

  private Answer organisation() {
    return calls.get("/v1/organisations/" + oid, oid);
  }

  private static JsonNode step(JsonNode steps, String name) {
    return steps
        .valueStream()
        .filter(step -> step.path("step").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode deadline(Answer answer, String kind) {
    return answer
        .body()
        .path("deadlines")
        .valueStream()
        .filter(one -> one.path("deadline").asString().equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
