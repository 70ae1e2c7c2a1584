package fi.lupa.authorization.usageright.amend;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.newOid;
import static fi.lupa.authorization.support.Calls.unit;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Events;
import fi.lupa.authorization.support.Events.Told;
import fi.lupa.authorization.support.Persons;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

class AmendUsageRightIT extends AuthorizationIT {
  private static final String FIRST = "\"1\"";
  private static final ObjectNode LONGER = body("start", TODAY, "end", "2027-12-31");

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
  void itsTermsChangeAndAreInForceBeforeTheAnswer() {
    ObjectNode terms =
        with(
            with(with(LONGER, "powers", List.of("READ")), "socialServices", List.of("45")),
            "purchase",
            Map.of("form", "SERVICE_VOUCHER", "contract", "HVA/2026/118"));
    Answer answer = amend(FIRST, terms);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.etag()).isEqualTo("\"2\"");
    assertThat(answer.text("end")).isEqualTo("2027-12-31");
    assertThat(answer.body().path("powers")).isEqualTo(terms.path("powers"));
    assertThat(answer.body().path("purchase")).isEqualTo(terms.path("purchase"));
    assertThat(answer.body().path("socialServices")).isEqualTo(terms.path("socialServices"));
    assertThat(DISCLOSURE.pushed(id).getLast().at("/data/change").asString()).isEqualTo("AMENDED");

    Answer read = calls.get("/v1/usage-rights/" + id, producer);
    assertThat(with((ObjectNode) read.body(), "effective", true)).isEqualTo(answer.body());
  }

  @Test
  void whatIsLeftOutIsAgainAsIfNeverTold() {
    amend(FIRST, with(with(LONGER, "powers", List.of("WRITE")), "socialServices", List.of("45")));
    Answer answer = amend("\"2\"", body("start", TODAY));
    assertThat(answer.body().has("end")).isFalse();
    assertThat(answer.body().path("powers").size()).isEqualTo(2);
    assertThat(answer.body().path("socialServices").isEmpty()).isTrue();
  }

  @Test
  void everyVersionStaysWithWhoMadeItAndWhen() {
    amend(FIRST, with(LONGER, "powers", List.of("READ")));
    calls.end(organiser, id, "\"2\"", body("reason", "CONTRACT_ENDED"));
    var versions = calls.get("/v1/usage-rights/" + id + "/versions", producer).body().path("items");
    assertThat(versions.valueStream().map(one -> one.path("change").asString()))
        .containsExactly("ENDED", "AMENDED", "GRANTED");
    assertThat(versions.at("/1/powers/0").asString()).isEqualTo("READ");
    assertThat(versions.at("/2/powers").size()).isEqualTo(2);
    assertThat(versions.valueStream())
        .allMatch(one -> one.at("/changedBy/organisation").asString().equals(organiser))
        .allMatch(one -> one.path("changedAt").asString().startsWith(TODAY));
  }

  @Test
  void itsEventTellsTheWholeState() {
    amend(FIRST, with(LONGER, "purchase", Map.of("form", "OUTSOURCED_SERVICE")));
    List<Told> told = Events.await(id, 2);
    assertThat(told).allSatisfy(event -> assertThat(event.violations()).isEmpty());
    assertThat(told.get(1).data().at("/purchase/form").asString()).isEqualTo("OUTSOURCED_SERVICE");
    assertThat(told.get(1).data().path("end").asString()).isEqualTo("2027-12-31");
  }

  @Test
  void anEndThatWasOrderedKeepsItsReasonWhileItsDayStays() {
    calls.end(organiser, id, FIRST, body("reason", "CONTRACT_ENDED", "on", "2026-12-01"));
    Answer kept =
        amend("\"2\"", body("start", TODAY, "end", "2026-12-01", "powers", List.of("READ")));
    assertThat(kept.text("endReason")).isEqualTo("CONTRACT_ENDED");
    Answer takenBack = amend("\"3\"", LONGER);
    assertThat(takenBack.status()).isEqualTo(200);
    assertThat(takenBack.body().has("endReason")).isFalse();
    assertThat(Events.await(id, 4)).allSatisfy(event -> assertThat(event.violations()).isEmpty());
  }

  @Test
  void theStartChangesUntilItHasStarted() {
    assertRefused(amend(FIRST, body("start", "2026-11-23")), 409, "RIGHT_ALREADY_STARTED");
    Answer toCome = calls.grant(organiser, with(with(grant, "start", "2027-02-01"), "end", null));
    assertThat(toCome.status()).isEqualTo(400);
    ObjectNode open = with(grant, "start", "2027-02-01");
    open.remove("end");
    String later = calls.grant(organiser, open).text("id");
    assertThat(put(organiser, later, FIRST, body("start", "2027-03-01")).text("state"))
        .isEqualTo("NOT_STARTED");
  }

  @Test
  void aStartThatIsMovedIntoThePastCountsFromThenOn() throws Exception {
    ObjectNode open = with(with(grant, "start", "2027-02-01"), "serviceTask", "FAMILIES");
    open.remove("end");
    String later = calls.grant(organiser, open).text("id");
    Answer moved = put(organiser, later, FIRST, body("start", "2026-01-01"));
    assertThat(moved.text("state")).isEqualTo("IN_FORCE");
    assertThat(
            sql()
                .count(
                    "select count(*) from usage_right where id = '"
                        + later
                        + "' and effective_from = start_set_at and effective_from > granted_at"))
        .isEqualTo(1);
  }

  @Test
  void whatAGrantIsRefusedForAnAmendmentIsToo() {
    assertRefused(amend(FIRST, body("start", TODAY, "end", "2026-11-21")), 409, "END_BEFORE_START");
    assertRefused(
        amend(FIRST, with(LONGER, "socialServices", List.of("999"))), 409, "SERVICE_UNKNOWN");
    assertRefused(
        amend(FIRST, with(LONGER, "socialServices", List.of("31"))), 409, "SERVICE_NOT_OF_TASK");
    Map<String, String> nobody =
        Map.of("organisation", newOid(), "unit", unit(producer, 2), "start", TODAY);
    assertRefused(
        amend(FIRST, with(LONGER, "subcontractors", List.of(nobody))),
        409,
        "SUBCONTRACTOR_NOT_READY");
    assertThat(calls.get("/v1/usage-rights/" + id, organiser).etag()).isEqualTo(FIRST);
  }

  @Test
  void itCannotGrowIntoAnotherRight() {
    ObjectNode next = with(with(grant, "start", "2027-01-01"), "end", "2027-06-30");
    assertThat(calls.grant(organiser, next).status()).isEqualTo(201);
    assertRefused(amend(FIRST, LONGER), 409, "RIGHT_OVERLAPS");
    assertThat(amend(FIRST, with(LONGER, "end", "2026-12-30")).status()).isEqualTo(200);
  }

  @Test
  void whatHasEndedStaysEnded() {
    calls.end(organiser, id, FIRST, body("reason", "OTHER"));
    assertRefused(amend("\"2\"", LONGER), 409, "RIGHT_ALREADY_ENDED");
  }

  @Test
  void aStaleOrMissingVersionIsRefused() {
    amend(FIRST, LONGER);
    assertRefused(amend(FIRST, LONGER), 412, "VERSION_CONFLICT");
    assertRefused(
        calls.send(HttpMethod.PUT, "/v1/usage-rights/" + id, Calls.token(organiser), LONGER),
        428,
        "PRECONDITION_REQUIRED");
  }

  @Test
  void ofManyAmendmentsOfOneVersionOneIsMade() {
    List<Integer> statuses =
        IntStream.range(0, 8).parallel().mapToObj(i -> amend(FIRST, LONGER).status()).toList();
    assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
  }

  @Test
  void onlyTheOrganiserAmendsIt() {
    assertRefused(put(producer, id, FIRST, LONGER), 404, "NOT_FOUND");
    assertRefused(put(newOid(), id, FIRST, LONGER), 404, "NOT_FOUND");
    assertRefused(put(organiser, UUID.randomUUID().toString(), FIRST, LONGER), 404, "NOT_FOUND");
  }

  private Answer amend(String etag, ObjectNode terms) {
    return put(organiser, id, etag, terms);
  }

  private Answer put(String by, String right, String etag, ObjectNode terms) {
    return calls.send(
        HttpMethod.PUT, "/v1/usage-rights/" + right, Calls.token(by), terms, "If-Match", etag);
  }

  private static void assertRefused(Answer answer, int status, String code) {
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
  }
}
