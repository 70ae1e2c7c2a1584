package fi.lupa.authorization.onboarding;

import static fi.lupa.authorization.support.Calls.newKey;
import static fi.lupa.authorization.support.Calls.newOid;
import static fi.lupa.authorization.support.Calls.registration;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Persons;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What joining refuses, and that nothing is changed by it. */
@ExtendWith(OutputCaptureExtension.class)
class RefusalsIT extends AuthorizationIT {
  private final String oid = newOid();
  private final ObjectNode registered =
      with(with(registration(oid), "status", "REGISTERED"), "functions", List.of());
  private Joining joining;

  @BeforeEach
  void register() {
    calls.registered(registered);
    joining = new Joining(calls, oid, "ARCHIVING");
  }

  @Test
  void aStepOutOfOrderIsToldWhatIsMissing() {
    joining.started("PUBLIC");
    joining.step("PREPARATION");
    Answer answer = joining.step("APPLICATION_SENT");
    assertRefused(answer, 409, "STEP_OUT_OF_ORDER");
    assertThat(texts(answer, "missing"))
        .containsExactly("PREPARATION", "SERVICE_DESCRIPTION_ACCEPTED");
    assertThat(texts(answer, "missingTasks")).hasSize(8).doesNotContain("OID_CODES");
    assertThat(joining.read().etag()).isEqualTo("\"2\"");
  }

  @Test
  void productionIsNotJumpedTo() {
    joining.started("PUBLIC");
    Answer answer = joining.step("IN_PRODUCTION");
    assertRefused(answer, 409, "STEP_OUT_OF_ORDER");
    assertThat(texts(answer, "missing")).hasSize(9);
    assertThat(calls.get("/v1/organisations/" + oid, oid).text("status")).isEqualTo("REGISTERED");
  }

  @Test
  void eachSideTakesItsOwnSteps() {
    joining.started("PUBLIC");
    joining.upTo("SERVICE_DESCRIPTION_ACCEPTED");
    assertRefused(
        joining.step(joining.order("SERVICE_DESCRIPTION_ACCEPTED"), Joining.operatorsToken()),
        403,
        "STEP_NOT_YOURS");
    joining.upTo("APPLICATION_APPROVED");
    assertRefused(
        joining.step(joining.order("APPLICATION_APPROVED"), Joining.token(oid)),
        403,
        "STEP_NOT_YOURS");
  }

  @Test
  void toOthersItIsNotThere() {
    joining.started("PUBLIC");
    String other = Joining.token(newOid());
    assertThat(calls.send(HttpMethod.GET, joining.url(), other, null).status()).isEqualTo(404);
    String list = "/v1/organisations/" + oid + "/onboardings";
    assertThat(calls.send(HttpMethod.GET, list, other, null).status()).isEqualTo(404);
    assertThat(joining.step(joining.order("PREPARATION"), other).status()).isEqualTo(404);
    assertThat(joining.start(joining.start("PUBLIC"), other, newKey()).status()).isEqualTo(404);
    Joining unknown = new Joining(calls, newOid(), "ARCHIVING");
    assertThat(unknown.started("PUBLIC").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "PRIVATE, SITUATION_NOT_POSSIBLE",
    "EXTENSION, SITUATION_NOT_POSSIBLE",
    "OLD_DOCUMENTS_ONLY, SITUATION_NOT_POSSIBLE",
  })
  void theSituationIsTheOrganisations(String situation, String code) {
    assertRefused(joining.started(situation), 409, code);
  }

  @Test
  void anExtensionIsToWhatIsNotInUse() {
    Joining extension = new Joining(calls, calls.registered(), "ARCHIVING", "DECLARATIONS");
    assertRefused(extension.started("EXTENSION"), 409, "FUNCTION_IN_USE");
    Joining again = new Joining(calls, calls.registered(), "DECLARATIONS");
    assertRefused(again.started("PUBLIC"), 409, "SITUATION_NOT_POSSIBLE");
  }

  @Test
  void oneIsOpenAtATimeAndAfterGivingUpTheNextMayBegin() {
    joining.started("PUBLIC");
    assertRefused(
        joining.start(joining.start("PUBLIC"), Joining.token(oid), newKey()),
        409,
        "ONBOARDING_OPEN");
    Answer cancelled = joining.step("CANCELLED");
    assertThat(cancelled.text("state")).isEqualTo("CANCELLED");
    assertThat(cancelled.body().path("deadlines")).isEmpty();
    assertRefused(joining.step("PREPARATION"), 409, "ONBOARDING_CLOSED");
    String first = joining.id();
    assertThat(joining.started("PUBLIC").status()).isEqualTo(201);
    Answer list = calls.get("/v1/organisations/" + oid + "/onboardings?limit=1", oid);
    assertThat(list.body().at("/items/0/id").asString()).isEqualTo(joining.id());
    Answer next =
        calls.get(
            "/v1/organisations/" + oid + "/onboardings?limit=1&cursor=" + list.text("next"), oid);
    assertThat(next.body().at("/items/0/id").asString()).isEqualTo(first);
    assertThat(next.body().path("next").isNull()).isTrue();
  }

  @Test
  void ofManyAtOnceOneStarts() {
    List<Integer> statuses =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(i -> joining.start(joining.start("PUBLIC"), Joining.token(oid), newKey()))
            .map(Answer::status)
            .toList();
    assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
  }

  @Test
  void theSameKeyStartsOnce() {
    String key = newKey();
    Answer first = joining.start(joining.start("PUBLIC"), Joining.token(oid), key);
    Answer second = joining.start(joining.start("PUBLIC"), Joining.token(oid), key);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    Joining other = new Joining(calls, oid, "DECLARATIONS");
    assertRefused(
        other.start(other.start("PUBLIC"), Joining.token(oid), key), 422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void ofManyStepsAtOnceOneIsTaken() {
    joining.started("PUBLIC");
    List<Integer> statuses =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(i -> joining.step(joining.order("PREPARATION"), Joining.token(oid), "\"1\""))
            .map(Answer::status)
            .toList();
    assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    assertThat(joining.read().body().path("steps")).hasSize(2);
  }

  @Test
  void whatBelongsToAnotherStepIsRefused() {
    joining.started("PUBLIC");
    Answer extra = joining.step(with(joining.order("PREPARATION"), "ranOn", TODAY));
    assertRefused(extra, 400, "REQUEST_INVALID");
    assertThat(extra.body().at("/violations/0/pointer").asString()).isEqualTo("/ranOn");
    ObjectNode bare = joining.order("PREPARATION");
    bare.remove("task");
    Answer missing = joining.step(bare);
    assertRefused(missing, 400, "REQUEST_INVALID");
    assertThat(missing.body().at("/violations/0/pointer").asString()).isEqualTo("/task");
    for (String step : List.of("REGISTERED", "CERTIFICATE_EXPIRED", "ENDED")) {
      assertThat(joining.step(joining.order(step)).status()).isEqualTo(400);
    }
  }

  @Test
  void withoutAVersionNoStepIsTaken() {
    joining.started("PUBLIC");
    Answer answer =
        calls.send(
            HttpMethod.POST,
            joining.url() + "/steps",
            Joining.token(oid),
            joining.order("PREPARATION"));
    assertRefused(answer, 428, "PRECONDITION_REQUIRED");
  }

  @Test
  void aCertificateIsOfAProfileOneCanJoinWith() {
    joining.started("PUBLIC");
    joining.upTo("CERTIFICATE_RECORDED");
    assertRefused(joining.step(certified("profile", "PHASE_2")), 409, "PROFILE_CLOSED");
    assertRefused(joining.step(certified("profile", "PHASE_1")), 409, "PROFILE_CLOSED");
    assertRefused(joining.step(certified("profile", "OTHER")), 409, "PROFILE_UNKNOWN");
    assertRefused(joining.step(certified("validUntil", "2026-11-21")), 409, "CERTIFICATE_EXPIRED");
    Answer lacks = joining.step(certified("functions", List.of("DECLARATIONS")));
    assertRefused(lacks, 409, "CERTIFICATE_LACKS_FUNCTION");
    assertThat(texts(lacks, "missing")).containsExactly("ARCHIVING");
  }

  @Test
  void aYearAfterRegisteringOnlyGivingUpIsLeft() {
    joining.started("PUBLIC");
    daysLater(366);
    assertRefused(joining.step("PREPARATION"), 409, "REGISTRATION_LAPSED");
    assertThat(joining.read().body().at("/deadlines/0/state").asString()).isEqualTo("MISSED");
    assertThat(joining.step("CANCELLED").status()).isEqualTo(200);
  }

  @Test
  void aReportThatIsLateIsTakenAndMissed() {
    joining.started("PUBLIC");
    joining.upTo("TEST_RUN");
    daysLater(1);
    joining.upTo("REPORT_DELIVERED");
    daysLater(3);
    Answer late = joining.step("REPORT_DELIVERED");
    JsonNode report = late.body().at("/deadlines/1");
    assertThat(report.path("deadline").asString()).isEqualTo("REPORT");
    assertThat(report.path("dueOn").asString()).isEqualTo("2026-11-25");
    assertThat(report.path("state").asString()).isEqualTo("MISSED");
    assertThat(report.path("metAt").asString()).startsWith("2026-11-26");
  }

  @Test
  void theProcessDecidesWhatTheOrganisationIs() {
    joining.started("PUBLIC");
    assertDecides(with(registered, "status", "JOINED"));
    assertDecides(with(registered, "functions", List.of("ARCHIVING")));
    String name = "{\"fi\": \"Uusi nimi\"}";
    assertThat(change(with(registered, "name", Calls.JSON.readTree(name))).status()).isEqualTo(200);
    assertThat(change(with(registered, "status", "SUSPENDED")).status()).isEqualTo(200);
    assertThat(change(registered).status()).isEqualTo(200);
    assertThat(change(with(registered, "status", "LEFT")).status()).isEqualTo(200);
    assertThat(joining.read().text("state")).isEqualTo("CANCELLED");
    assertThat(change(with(registered, "status", "JOINED")).status()).isEqualTo(200);
  }

  @Test
  void inProductionAndSuspendedItComesBackAsJoinedAndEndsWhenItLeaves() {
    joining.started("PUBLIC");
    joining.upTo("TEST_RUN");
    daysLater(1);
    joining.through();
    ObjectNode joined =
        with(with(registered, "status", "JOINED"), "functions", List.of("ARCHIVING"));
    assertDecides(with(joined, "status", "REGISTERED"));
    assertThat(change(with(joined, "status", "SUSPENDED")).status()).isEqualTo(200);
    assertThat(change(joined).status()).isEqualTo(200);
    assertThat(change(with(joined, "status", "LEFT")).status()).isEqualTo(200);
    Answer ended = joining.read();
    assertThat(ended.text("state")).isEqualTo("ENDED");
    assertThat(ended.body().path("steps").valueStream().toList().getLast().has("by")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "text"})
  void whatLooksLikeAnIdentityCodeIsNoEvidence(String member, CapturedOutput output)
      throws Exception {
    joining.started("PUBLIC");
    String code = Persons.newIdentityCode();
    ObjectNode order = joining.order("PREPARATION");
    Map<String, String> evidence =
        member.equals("text")
            ? Map.of("reference", "R", "text", "asiakas " + code + " ok")
            : Map.of("reference", code);
    Answer answer = joining.step(with(order, "evidence", evidence));
    assertRefused(answer, 400, "REQUEST_INVALID");
    assertThat(answer.body().at("/violations/0/pointer").asString())
        .isEqualTo("/evidence/" + member);
    assertThat(answer.body().toString()).doesNotContain(code);
    assertThat(output.getAll()).doesNotContain(code);
    assertThat(sql().column("select t::text from onboarding_step t").toString())
        .doesNotContain(code);
  }

  @Test
  void theTablesKeepEveryStep() {
    joining.started("PUBLIC");
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(() ->
                sql().run("delete from onboarding_step where onboarding = '" + joining.id() + "'")))
        .hasMessageContaining("only ever added to");
  }

  private ObjectNode certified(String member, Object value) {
    return with(
        joining.order("CERTIFICATE_RECORDED"),
        "certificate",
        with(joining.certificate(), member, value));
  }

  private Answer change(ObjectNode body) {
    return calls.change(oid, calls.get("/v1/organisations/" + oid, oid).etag(), body);
  }

  private void assertDecides(ObjectNode body) {
    assertRefused(change(body), 409, "ONBOARDING_DECIDES");
  }

  private static List<String> texts(Answer answer, String member) {
    return answer.body().path(member).valueStream().map(JsonNode::asString).toList();
  }

  private static void assertRefused(Answer answer, int status, String code) {
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
  }
}
