package fi.lupa.authorization.usageright.end;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.newOid;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Persons;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class EndUsageRightIT extends AuthorizationIT {
  private static final String FIRST = "\"1\"";
  private static final ObjectNode AT_ONCE = body("reason", "RELATIONSHIP_ENDED");

  private String organiser;
  private String producer;
  private ObjectNode grant;
  private String id;

  @BeforeEach
  void right() {
    organiser = calls.registered();
    producer = calls.registered();
    grant = with(Calls.grant(Persons.newIdentityCode(), producer), "end", "2026-12-31");
    id = calls.grant(organiser, grant).text("id");
  }

  @Test
  void itEndsAtOnceAndIsInForceBeforeTheAnswer() {
    Answer answer = calls.end(organiser, id, FIRST, AT_ONCE);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.etag()).isEqualTo("\"2\"");
    assertThat(answer.text("state")).isEqualTo("ENDED");
    assertThat(answer.text("endedAt")).startsWith(TODAY);
    assertThat(answer.text("endReason")).isEqualTo("RELATIONSHIP_ENDED");
    assertThat(answer.body().path("effective").asBoolean()).isTrue();
    assertThat(DISCLOSURE.pushed(id)).hasSize(2);
    assertThat(DISCLOSURE.pushed(id).getLast().at("/data/change").asString()).isEqualTo("ENDED");
    assertThat(calls.get("/v1/usage-rights/" + id, producer).text("state")).isEqualTo("ENDED");
  }

  @Test
  void itEndsAfterADay() {
    Answer answer = calls.end(organiser, id, FIRST, with(AT_ONCE, "on", TODAY));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("state")).isEqualTo("IN_FORCE");
    assertThat(answer.text("end")).isEqualTo(TODAY);
    assertThat(answer.body().has("endedAt")).isFalse();
  }

  @Test
  void whileTheDisclosureServiceIsAwayItEndsButNotInForce() {
    DISCLOSURE.leave();
    Answer answer = calls.end(organiser, id, FIRST, AT_ONCE);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("state")).isEqualTo("ENDED");
    assertThat(answer.text("effectUrl")).isEqualTo("/v1/usage-rights/" + id + "/effect?version=2");
  }

  @Test
  void whatHasEndedIsNotEndedAgain() {
    Answer ended = calls.end(organiser, id, FIRST, AT_ONCE);
    assertRefused(calls.end(organiser, id, ended.etag(), AT_ONCE), 409, "RIGHT_ALREADY_ENDED");
  }

  @Test
  void theDayIsNotPastNorLaterThanTheEnd() {
    assertRefused(
        calls.end(organiser, id, FIRST, with(AT_ONCE, "on", "2026-11-21")), 409, "END_IN_PAST");
    assertRefused(
        calls.end(organiser, id, FIRST, with(AT_ONCE, "on", "2027-01-01")),
        409,
        "END_EXTENDS_RIGHT");
  }

  @Test
  void theDayIsNotBeforeTheStart() {
    String toCome =
        calls
            .grant(organiser, with(with(grant, "start", "2027-02-01"), "end", "2027-03-01"))
            .text("id");
    assertRefused(
        calls.end(organiser, toCome, FIRST, with(AT_ONCE, "on", "2027-01-31")),
        409,
        "END_BEFORE_START");
    assertThat(calls.end(organiser, toCome, FIRST, AT_ONCE).text("state")).isEqualTo("ENDED");
  }

  @Test
  void aStaleOrMissingVersionIsRefused() {
    calls.end(organiser, id, FIRST, with(AT_ONCE, "on", "2026-12-01"));
    assertRefused(calls.end(organiser, id, FIRST, AT_ONCE), 412, "VERSION_CONFLICT");
    assertRefused(
        calls.post("/v1/usage-rights/" + id + "/end", organiser, AT_ONCE),
        428,
        "PRECONDITION_REQUIRED");
  }

  @Test
  void ofManyEndsOfOneVersionOneIsMade() {
    List<Integer> statuses =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> calls.end(organiser, id, FIRST, AT_ONCE).status())
            .toList();
    assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
  }

  @Test
  void onlyTheOrganiserEndsIt() {
    assertRefused(calls.end(producer, id, FIRST, AT_ONCE), 404, "NOT_FOUND");
    assertRefused(calls.end(newOid(), id, FIRST, AT_ONCE), 404, "NOT_FOUND");
    assertRefused(
        calls.end(organiser, UUID.randomUUID().toString(), FIRST, AT_ONCE), 404, "NOT_FOUND");
    assertThat(calls.get("/v1/usage-rights/" + id, organiser).text("state")).isEqualTo("IN_FORCE");
  }

  private static void assertRefused(Answer answer, int status, String code) {
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
  }
}
