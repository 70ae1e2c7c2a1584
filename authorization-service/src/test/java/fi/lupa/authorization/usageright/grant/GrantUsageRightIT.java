package fi.lupa.authorization.usageright.grant;

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
import fi.lupa.authorization.support.Persons;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class GrantUsageRightIT extends AuthorizationIT {
  private final String client = Persons.newIdentityCode();
  private String organiser;
  private String producer;
  private ObjectNode grant;

  @BeforeEach
  void parties() {
    organiser = calls.registered();
    producer = calls.registered();
    grant = Calls.grant(client, producer);
  }

  @Test
  void aRightIsGrantedAndInForceBeforeTheAnswer() {
    Answer answer =
        calls.grant(
            organiser,
            with(with(grant, "end", "2027-05-31"), "socialServices", List.of("45", "46")));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.etag()).isEqualTo("\"1\"");
    String id = answer.text("id");
    assertThat(answer.headers().getLocation()).hasToString("/v1/usage-rights/" + id);
    assertThat(answer.text("state")).isEqualTo("IN_FORCE");
    assertThat(answer.text("organiser")).isEqualTo(organiser);
    assertThat(answer.text("end")).isEqualTo("2027-05-31");
    assertThat(answer.body().path("socialServices"))
        .isEqualTo(Calls.JSON.valueToTree(List.of("45", "46")));
    assertThat(answer.body().path("effective").asBoolean()).isTrue();
    assertThat(answer.body().propertyNames())
        .as("the client is never told")
        .doesNotContain("client");
    assertThat(DISCLOSURE.pushed(id))
        .singleElement()
        .satisfies(envelope -> {
          assertThat(envelope.path("type").asString())
              .isEqualTo("fi.lupa.authorization.usage-right-changed.v1");
          assertThat(envelope.at("/data/change").asString()).isEqualTo("GRANTED");
        });
  }

  @Test
  void aRightToComeHasNotStarted() {
    Answer answer = calls.grant(organiser, with(grant, "start", "2027-01-01"));
    assertThat(answer.text("state")).isEqualTo("NOT_STARTED");
  }

  @Test
  void aClientWithoutIdentityCodeHasATemporaryId() {
    Map<String, String> temporary = Map.of("temporaryId", "1.2.246.10.91000005.22.2026.7");
    assertThat(calls.grant(organiser, with(grant, "client", temporary)).status()).isEqualTo(201);
  }

  @Test
  void whileTheDisclosureServiceIsAwayItIsGrantedButNotInForce() {
    DISCLOSURE.leave();
    Answer answer = calls.grant(organiser, grant);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().path("effective").asBoolean()).isFalse();
    String effectUrl = answer.text("effectUrl");
    assertThat(effectUrl).isEqualTo("/v1/usage-rights/" + answer.text("id") + "/effect?version=1");
    assertThat(calls.get(effectUrl, organiser).body().path("effective").asBoolean()).isFalse();

    DISCLOSURE.comeBack();
    DISCLOSURE.learn(answer.text("id"), 1);
    assertThat(calls.get(effectUrl, organiser).body().path("effective").asBoolean()).isTrue();
    assertThat(calls.get(effectUrl, producer).body().path("effective").asBoolean()).isTrue();
  }

  @Test
  void theSameKeyAndBodyGrantOnce() {
    String key = newKey();
    Answer first = calls.grant(organiser, grant, key);
    Answer second = calls.grant(organiser, grant, key);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void theSameKeyAtTheSameMomentGrantsOnce() throws SQLException {
    String key = newKey();
    List<Answer> answers =
        IntStream.range(0, 6).parallel().mapToObj(i -> calls.grant(organiser, grant, key)).toList();
    assertThat(answers).extracting(answer -> answer.text("id")).doesNotContain("").hasSize(6);
    assertThat(answers.stream().map(answer -> answer.text("id")).distinct()).hasSize(1);
    assertThat(rights()).isEqualTo(1);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    String key = newKey();
    calls.grant(organiser, grant, key);
    assertRefused(
        calls.grant(organiser, with(grant, "end", "2027-01-01"), key),
        422,
        "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void anotherOrganisersSameKeyIsAnotherKey() {
    String key = newKey();
    String other = calls.registered();
    assertThat(calls.grant(organiser, grant, key).status()).isEqualTo(201);
    assertThat(calls.grant(other, grant, key).status()).isEqualTo(201);
  }

  @Test
  void withoutKeyItIsRefused() {
    assertRefused(calls.post("/v1/usage-rights", organiser, grant), 400, "IDEMPOTENCY_KEY_MISSING");
  }

  @Test
  void ofManyGrantsOfOneRightOneIsMade() throws SQLException {
    List<Answer> answers =
        IntStream.range(0, 8).parallel().mapToObj(i -> calls.grant(organiser, grant)).toList();
    assertThat(answers).extracting(Answer::status).containsOnly(201, 409).containsOnlyOnce(201);
    assertThat(answers.stream().filter(answer -> answer.status() == 409))
        .allMatch(answer -> answer.code().equals("RIGHT_OVERLAPS"));
    assertThat(rights()).isEqualTo(1);
  }

  @Test
  void rightsThatOverlapByADayAreRefusedAndThoseThatMeetAreNot() {
    calls.grant(organiser, with(grant, "end", "2026-12-31"));
    assertRefused(
        calls.grant(organiser, with(grant, "start", "2026-12-31")), 409, "RIGHT_OVERLAPS");
    assertThat(calls.grant(organiser, with(grant, "start", "2027-01-01")).status()).isEqualTo(201);
  }

  @Test
  void betweenTwoRightsThereMayBeAGapInWhichThereIsNone() {
    calls.grant(organiser, with(grant, "end", "2026-11-30"));
    assertThat(calls.grant(organiser, with(grant, "start", "2026-12-03")).status()).isEqualTo(201);
    for (String day : List.of("2026-12-01", "2026-12-02")) {
      assertThat(calls.search(organiser, body("on", day)).body().path("items")).as(day).isEmpty();
    }
    assertThat(calls.search(organiser, body("on", "2026-12-03")).body().path("items")).hasSize(1);
  }

  @Test
  void anotherTaskUnitClientOrOrganiserDoesNotOverlap() {
    assertThat(calls.grant(organiser, grant).status()).isEqualTo(201);
    Map<String, String> other = Map.of("identityCode", Persons.newIdentityCode());
    assertThat(calls.grant(organiser, with(grant, "serviceTask", "DISABILITY")).status())
        .isEqualTo(201);
    assertThat(calls.grant(organiser, with(grant, "producerUnit", unit(producer, 2))).status())
        .isEqualTo(201);
    assertThat(calls.grant(organiser, with(grant, "client", other)).status()).isEqualTo(201);
    assertThat(calls.grant(calls.registered(), grant).status()).isEqualTo(201);
  }

  @Test
  void afterARightWasEndedAtOnceAnotherCanBeginTheSameDay() {
    Answer first = calls.grant(organiser, with(grant, "start", "2026-11-01"));
    calls.end(organiser, first.text("id"), first.etag(), Calls.body("reason", "GRANTED_IN_ERROR"));
    assertThat(calls.grant(organiser, with(grant, "start", "2026-11-01")).status()).isEqualTo(201);
  }

  @Test
  void anUnknownOrganiserIsNotReady() {
    assertRefused(calls.grant(newOid(), grant), 409, "ORGANISER_NOT_READY");
  }

  @Test
  void anOrganiserThatHasNotJoinedIsNotReady() {
    String registered = calls.registered(with(registration(newOid()), "status", "REGISTERED"));
    assertRefused(calls.grant(registered, grant), 409, "ORGANISER_NOT_READY");
  }

  @Test
  void anUnknownProducerIsNotReady() {
    assertRefused(calls.grant(organiser, Calls.grant(client, newOid())), 409, "PRODUCER_NOT_READY");
  }

  @Test
  void aProducerWhoseSystemLacksTheFunctionIsNotReady() {
    String lacking =
        calls.registered(with(registration(newOid()), "functions", List.of("ARCHIVING")));
    assertRefused(calls.grant(organiser, Calls.grant(client, lacking)), 409, "PRODUCER_NOT_READY");
  }

  @Test
  void healthCareTakesNoPart() {
    String hospital = calls.registered(with(registration(newOid()), "sector", "HEALTH"));
    assertRefused(calls.grant(hospital, grant), 409, "WRONG_SECTOR");
    assertRefused(calls.grant(organiser, Calls.grant(client, hospital)), 409, "WRONG_SECTOR");
  }

  @Test
  void anOrganiserNeedsNoRightToItsOwnRegister() {
    assertRefused(
        calls.grant(organiser, Calls.grant(client, organiser)), 409, "PRODUCER_IS_ORGANISER");
  }

  @Test
  void anothersUnitIsUnknown() {
    assertRefused(
        calls.grant(organiser, with(grant, "producerUnit", unit(organiser, 1))),
        409,
        "UNIT_UNKNOWN");
  }

  @Test
  void aClosedUnitIsUnknown() {
    calls.change(producer, "\"1\"", with(registration(producer), "units", List.of()));
    assertRefused(calls.grant(organiser, grant), 409, "UNIT_UNKNOWN");
  }

  @Test
  void theEndIsNeitherBeforeTheStartNorPast() {
    assertRefused(
        calls.grant(organiser, with(grant, "end", "2026-11-21")), 409, "END_BEFORE_START");
    assertRefused(
        calls.grant(organiser, with(with(grant, "start", "2026-11-01"), "end", "2026-11-21")),
        409,
        "END_IN_PAST");
  }

  @Test
  void whatIsRefusedLeavesNothing() throws SQLException {
    String key = newKey();
    ObjectNode backwards = with(grant, "end", "2026-11-21");
    calls.grant(organiser, backwards, key);
    assertThat(rights()).isZero();
    assertThat(calls.grant(organiser, grant, key).status()).as("the key is free").isEqualTo(201);
  }

  private long rights() throws SQLException {
    return sql().count("select count(*) from usage_right where organiser = '" + organiser + "'");
  }

  private static void assertRefused(Answer answer, int status, String code) {
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
  }
}
