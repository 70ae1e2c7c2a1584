package fi.lupa.authorization.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.onboarding.Deadline.Kind;
import fi.lupa.authorization.onboarding.Deadline.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DeadlineRulesTest {
  private final Walk walk = new Walk(Situation.PRIVATE);

  @Test
  void productionStartsWithinAYearOfRegistering() {
    assertThat(due(Kind.START)).isEqualTo("2027-11-23");
    assertThat(state(Kind.START, "2027-11-23")).isEqualTo(State.OPEN);
    assertThat(state(Kind.START, "2027-11-24")).isEqualTo(State.MISSED);
    walk.upTo(Step.IN_PRODUCTION).take(Step.IN_PRODUCTION);
    assertThat(state(Kind.START, "2030-01-01")).isEqualTo(State.MET);
  }

  @Test
  void aLeapDaysYearEndsOnTheLastOfFebruary() {
    Walk leap = new Walk(Situation.PUBLIC);
    Onboarding early =
        new Onboarding(
            leap.onboarding().id(),
            leap.onboarding().organisation(),
            Situation.PUBLIC,
            leap.onboarding().functions(),
            java.util.List.of(
                new StepTaken(
                    1,
                    StepOrder.plain(Step.REGISTERED, null),
                    Instant.parse("2028-02-29T10:00:00Z"),
                    null)));
    assertThat(DeadlineRules.lastStart(early.progress())).isEqualTo("2029-02-28");
  }

  @Test
  void theReportIsDueTwoWorkingDaysAfterTheTest() {
    walk.upTo(Step.TEST_RUN);
    assertThat(deadlines()).doesNotContainKey(Kind.REPORT);
    walk.take(Step.TEST_RUN);
    assertThat(due(Kind.REPORT)).isEqualTo("2026-11-25");
    walk.on(LocalDate.of(2026, 11, 26)).take(Step.TEST_CHECKED).take(Step.REPORT_DELIVERED);
    assertThat(state(Kind.REPORT, "2026-11-26")).isEqualTo(State.MISSED);
    assertThat(deadlines().get(Kind.REPORT).metAt()).isNotNull();
  }

  @Test
  void aFailedTestNeedsNoReport() {
    walk.upTo(Step.TEST_CHECKED).take(Walk.findings(true, true, false));
    assertThat(deadlines()).doesNotContainKey(Kind.REPORT);
  }

  @Test
  void aNewCertificateIsDueBeforeTheOldOneRunsOut() {
    walk.upTo(Step.TEST_PLANNED);
    assertThat(due(Kind.CERTIFICATE)).isEqualTo("2029-11-23");
    walk.take(Walk.certificate("OBLIGATION_TO_JOIN", LocalDate.of(2030, 1, 31), "S"));
    assertThat(due(Kind.CERTIFICATE)).isEqualTo("2030-01-31");
    assertThat(state(Kind.CERTIFICATE, "2030-02-01")).isEqualTo(State.MISSED);
  }

  @Test
  void whatIsGivenUpHasNone() {
    assertThat(DeadlineRules.of(walk.take(Step.CANCELLED).progress())).isEmpty();
  }

  private Map<Kind, Deadline> deadlines() {
    return DeadlineRules.of(walk.progress()).stream()
        .collect(Collectors.toMap(Deadline::kind, one -> one));
  }

  private LocalDate due(Kind kind) {
    return deadlines().get(kind).dueOn();
  }

  private State state(Kind kind, String day) {
    return deadlines()
        .get(kind)
        .state(LocalDate.parse(day).atTime(10, 0).toInstant(ZoneOffset.UTC));
  }
}
