package fi.lupa.authorization.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.OrganisationStatus;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StepRulesTest {
  private final Walk walk = new Walk(Situation.PRIVATE);

  @ParameterizedTest
  @EnumSource
  void inOrderEveryoneGetsThrough(Situation situation) {
    Walk through = new Walk(situation).upTo(Step.IN_PRODUCTION).take(Step.IN_PRODUCTION);
    assertThat(through.progress().state()).isEqualTo(OnboardingState.IN_PRODUCTION);
    assertThat(through.progress().next(Walk.CHECKLIST)).isNull();
  }

  @Test
  void whatIsMissingIsToldDownToTheTasks() {
    walk.take(Walk.task("A"));
    StepRefusal refusal = walk.attempt(walk.order(Step.APPLICATION_SENT)).orElseThrow();
    assertThat(refusal.code()).isEqualTo("STEP_OUT_OF_ORDER");
    assertThat(refusal.missing()).containsExactly("PREPARATION", "SERVICE_DESCRIPTION_ACCEPTED");
    assertThat(refusal.missingTasks()).containsExactly("B");
  }

  @Test
  void aTaskIsOfTheChecklistAndDoneOnce() {
    assertRefused(Walk.task("C"), "TASK_UNKNOWN");
    walk.take(Walk.task("A"));
    assertRefused(Walk.task("A"), "STEP_ALREADY_DONE");
  }

  @ParameterizedTest
  @CsvSource({
    "OPERATOR, APPLICATION_APPROVED, true", "ORGANISATION, APPLICATION_APPROVED, false",
    "OPERATOR, APPLICATION_SENT, false", "ORGANISATION, APPLICATION_SENT, true",
    "OPERATOR, CERTIFICATE_RECORDED, true", "ORGANISATION, CERTIFICATE_RECORDED, false",
    "OPERATOR, TEST_PLANNED, true", "ORGANISATION, TEST_PLANNED, true",
    "OPERATOR, TEST_CHECKED, false", "ORGANISATION, TEST_CHECKED, true",
    "OPERATOR, REPORT_DELIVERED, false", "ORGANISATION, REPORT_DELIVERED, true",
    "OPERATOR, IN_PRODUCTION, true", "ORGANISATION, IN_PRODUCTION, false",
  })
  void eachSideTakesItsOwnSteps(Step.Side side, Step step, boolean may) {
    walk.upTo(step);
    Set<Step.Side> sides = EnumSet.of(side, Step.Side.EITHER);
    assertThat(walk.attempt(walk.order(step), sides).isEmpty()).isEqualTo(may);
  }

  @ParameterizedTest
  @EnumSource(names = {"CERTIFICATE_EXPIRED", "ENDED"})
  void whatComesByItselfIsNobodysToTake(Step step) {
    assertRefused(StepOrder.plain(step, null), "STEP_NOT_YOURS");
  }

  @Test
  void aCertificateCoversTheFunctions() {
    walk.upTo(Step.CERTIFICATE_RECORDED);
    Certificate other =
        new Certificate(
            "1",
            "V",
            "S",
            Certificate.SystemClass.A,
            "OBLIGATION_TO_JOIN",
            Set.of(fi.lupa.contracts.SystemFunction.DECLARATIONS),
            Walk.DAY.plusYears(1));
    StepRefusal refusal =
        walk.attempt(
                new StepOrder(
                    Step.CERTIFICATE_RECORDED,
                    new Evidence("1", null),
                    null,
                    null,
                    other,
                    null,
                    null,
                    null))
            .orElseThrow();
    assertThat(refusal.code()).isEqualTo("CERTIFICATE_LACKS_FUNCTION");
    assertThat(refusal.missing()).containsExactly("ARCHIVING");
  }

  @Test
  void aCertificateIsValidThroughItsLastDay() {
    walk.upTo(Step.CERTIFICATE_RECORDED);
    assertRefused(
        Walk.certificate("OBLIGATION_TO_JOIN", Walk.DAY.minusDays(1), "S"), "CERTIFICATE_EXPIRED");
    walk.take(Walk.certificate("OBLIGATION_TO_JOIN", Walk.DAY, "S"));
    StepOrder tomorrow =
        new StepOrder(
            Step.TEST_PLANNED,
            new Evidence("1", null),
            null,
            null,
            null,
            Walk.DAY.plusDays(1),
            null,
            null);
    assertRefused(tomorrow, "CERTIFICATE_EXPIRED");
    walk.take(Step.TEST_PLANNED).take(Step.TEST_RUN).take(Step.TEST_CHECKED);
    walk.take(Step.REPORT_DELIVERED).on(Walk.DAY.plusDays(1));
    assertRefused(walk.order(Step.IN_PRODUCTION), "CERTIFICATE_EXPIRED");
    walk.take(Step.CERTIFICATE_RECORDED).take(Step.IN_PRODUCTION);
  }

  @ParameterizedTest
  @CsvSource({
    "PRIVATE, 2024-08-31, true",
    "PRIVATE, 2024-09-01, false",
    "EXTENSION, 2026-01-02, true"
  })
  void withPhaseTwoOneJoinsNoLongerButExtends(Situation situation, LocalDate day, boolean may) {
    Walk earlier = new Walk(situation).upTo(Step.CERTIFICATE_RECORDED);
    LocalDate until = LocalDate.of(2027, 12, 31);
    if (day.isBefore(Walk.DAY)) {
      earlier.on(day);
    }
    assertThat(earlier.attempt(Walk.certificate("PHASE_2", until, "S")).isEmpty()).isEqualTo(may);
  }

  @Test
  void anUnknownProfileIsRefused() {
    walk.upTo(Step.CERTIFICATE_RECORDED);
    assertRefused(Walk.certificate("X", Walk.DAY.plusDays(9), "S"), "PROFILE_UNKNOWN");
  }

  @Test
  void aTestIsPlannedAheadAndRunOnItsDay() {
    walk.upTo(Step.TEST_PLANNED);
    assertRefused(planned(Walk.DAY.minusDays(1)), "TEST_DAY_NOT_POSSIBLE");
    assertRefused(planned(Walk.DAY.plusYears(1).plusDays(1)), "TEST_DAY_NOT_POSSIBLE");
    walk.take(planned(Walk.DAY.plusDays(3))).take(planned(Walk.DAY.plusDays(2)));
    assertRefused(walk.order(Step.TEST_RUN), "TEST_DAY_NOT_POSSIBLE");
    walk.on(Walk.DAY.plusDays(2)).take(Step.TEST_RUN);
    assertRefused(walk.order(Step.TEST_PLANNED), "STEP_ALREADY_DONE");
  }

  @ParameterizedTest
  @CsvSource({"false, true, true", "true, false, true", "true, true, false"})
  void afterOneNoTheTestIsMadeAnew(boolean archived, boolean register, boolean equal) {
    walk.upTo(Step.TEST_CHECKED).take(Walk.findings(archived, register, equal));
    assertThat(walk.progress().next(Walk.CHECKLIST)).isEqualTo(Step.TEST_PLANNED);
    StepRefusal refusal = walk.attempt(walk.order(Step.REPORT_DELIVERED)).orElseThrow();
    assertThat(refusal.missing()).containsExactly("TEST_PLANNED", "TEST_RUN", "TEST_CHECKED");
    walk.take(Step.TEST_PLANNED).take(Step.TEST_RUN).take(Step.TEST_CHECKED);
    walk.take(Step.REPORT_DELIVERED).take(Step.IN_PRODUCTION);
  }

  @Test
  void aTestTellsNothingOfAnotherSystem() {
    walk.upTo(Step.IN_PRODUCTION);
    walk.take(Walk.certificate("OBLIGATION_TO_JOIN", Walk.DAY.plusYears(2), "S"));
    assertThat(walk.progress().next(Walk.CHECKLIST)).isEqualTo(Step.IN_PRODUCTION);
    walk.take(Walk.certificate("OBLIGATION_TO_JOIN", Walk.DAY.plusYears(2), "other"));
    assertThat(walk.progress().next(Walk.CHECKLIST)).isEqualTo(Step.TEST_PLANNED);
  }

  @Test
  void afterAYearOnlyGivingUpIsLeft() {
    walk.upTo(Step.IN_PRODUCTION).on(Walk.DAY.plusYears(1).plusDays(1));
    assertRefused(walk.order(Step.IN_PRODUCTION), "REGISTRATION_LAPSED");
    walk.on(Walk.DAY.plusYears(1));
    assertThat(walk.attempt(walk.order(Step.IN_PRODUCTION))).isEmpty();
    Walk late = new Walk(Situation.PUBLIC).on(Walk.DAY.plusYears(2)).take(Step.CANCELLED);
    assertThat(late.progress().state()).isEqualTo(OnboardingState.CANCELLED);
    assertThat(late.attempt(Walk.task("A")).orElseThrow().code()).isEqualTo("ONBOARDING_CLOSED");
  }

  @Test
  void aSuspendedOrganisationIsNotTakenIntoProduction() {
    walk.upTo(Step.IN_PRODUCTION).with(OrganisationStatus.SUSPENDED);
    assertRefused(walk.order(Step.IN_PRODUCTION), "ORGANISATION_SUSPENDED");
  }

  private static StepOrder planned(LocalDate day) {
    return new StepOrder(
        Step.TEST_PLANNED, new Evidence("1", null), null, null, null, day, null, null);
  }

  private void assertRefused(StepOrder order, String code) {
    assertThat(walk.attempt(order).orElseThrow().code()).isEqualTo(code);
  }
}
