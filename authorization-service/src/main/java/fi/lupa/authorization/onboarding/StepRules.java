package fi.lupa.authorization.onboarding;

import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.SystemFunction;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a step may be taken now (domain sheet 4). */
public final class StepRules {
  private StepRules() {}

  /**
   * What a step depends on besides the steps before it.
   *
   * @param sides whose steps the caller may take
   * @param status of the organisation, as stated
   * @param checklist the tasks of the situation
   * @param today in Finland
   */
  public record Circumstances(
      Set<Step.Side> sides,
      OrganisationStatus status,
      Set<String> checklist,
      CertificationProfiles profiles,
      LocalDate today) {}

  /** The reason to refuse, if there is one. */
  public static Optional<StepRefusal> check(
      Onboarding onboarding, StepOrder order, Circumstances now) {
    Progress progress = onboarding.progress();
    if (!now.sides().contains(order.step().side())) {
      return refusal("STEP_NOT_YOURS");
    }
    return stateRefusal(progress, order.step(), now)
        .or(() -> orderRefusal(onboarding, progress, order, now))
        .or(() -> contentRefusal(onboarding, progress, order, now));
  }

  private static Optional<StepRefusal> stateRefusal(
      Progress progress, Step step, Circumstances now) {
    boolean renewal =
        progress.state() == OnboardingState.IN_PRODUCTION && step == Step.CERTIFICATE_RECORDED;
    if (progress.state() != OnboardingState.OPEN) {
      return when(!renewal, "ONBOARDING_CLOSED");
    }
    boolean late = now.today().isAfter(DeadlineRules.lastStart(progress));
    return when(late && step != Step.CANCELLED, "REGISTRATION_LAPSED");
  }

  private static Optional<StepRefusal> orderRefusal(
      Onboarding onboarding, Progress progress, StepOrder order, Circumstances now) {
    Step step = order.step();
    if (step == Step.CANCELLED) {
      return Optional.empty();
    }
    if (!onboarding.situation().path().contains(step)) {
      return refusal("STEP_NOT_NEEDED");
    }
    List<Step> missing = progress.missingBefore(step, now.checklist());
    if (!missing.isEmpty()) {
      Set<String> tasks = new TreeSet<>(now.checklist());
      tasks.removeAll(progress.tasks());
      return Optional.of(StepRefusal.outOfOrder(missing, tasks));
    }
    boolean again =
        switch (step) {
          case CERTIFICATE_RECORDED -> true;
          case TEST_PLANNED -> !progress.isDone(Step.TEST_RUN, now.checklist());
          default -> !progress.isDone(step, now.checklist());
        };
    return when(!again, "STEP_ALREADY_DONE");
  }

  private static Optional<StepRefusal> contentRefusal(
      Onboarding onboarding, Progress progress, StepOrder order, Circumstances now) {
    return switch (order.step()) {
      case PREPARATION -> taskRefusal(progress, order, now);
      case CERTIFICATE_RECORDED ->
          certificateRefusal(
              onboarding, Objects.requireNonNull(order.certificate()), now, progress.state());
      case TEST_PLANNED -> plannedRefusal(progress, Objects.requireNonNull(order.plannedOn()), now);
      case TEST_RUN -> runRefusal(progress, Objects.requireNonNull(order.ranOn()), now);
      case IN_PRODUCTION -> productionRefusal(onboarding, progress, now);
      default -> Optional.empty();
    };
  }

  private static Optional<StepRefusal> taskRefusal(
      Progress progress, StepOrder order, Circumstances now) {
    String task = Objects.requireNonNull(order.task());
    return when(!now.checklist().contains(task), "TASK_UNKNOWN")
        .or(() -> when(progress.tasks().contains(task), "STEP_ALREADY_DONE"));
  }

  private static Optional<StepRefusal> certificateRefusal(
      Onboarding onboarding, Certificate certificate, Circumstances now, OnboardingState state) {
    Set<SystemFunction> lacking = EnumSet.copyOf(onboarding.functions());
    lacking.removeAll(certificate.functions());
    if (!lacking.isEmpty()) {
      return Optional.of(StepRefusal.lacks(lacking));
    }
    return when(!certificate.isValidOn(now.today()), "CERTIFICATE_EXPIRED")
        .or(() -> when(!now.profiles().isKnown(certificate.profile()), "PROFILE_UNKNOWN"))
        .or(() ->
            state == OnboardingState.OPEN
                ? profileRefusal(onboarding, certificate, now)
                : Optional.empty());
  }

  /** A profile's last day is for joining: one that has joined may extend its use. */
  private static Optional<StepRefusal> profileRefusal(
      Onboarding onboarding, Certificate certificate, Circumstances now) {
    boolean joins = onboarding.situation() != Situation.EXTENSION;
    return when(
        joins && !now.profiles().canJoin(certificate.profile(), now.today()), "PROFILE_CLOSED");
  }

  private static Optional<StepRefusal> plannedRefusal(
      Progress progress, LocalDate day, Circumstances now) {
    Certificate certificate = Objects.requireNonNull(progress.certificate());
    boolean inTime = !day.isBefore(now.today()) && !day.isAfter(DeadlineRules.lastStart(progress));
    return when(!inTime, "TEST_DAY_NOT_POSSIBLE")
        .or(() -> when(!certificate.isValidOn(day), "CERTIFICATE_EXPIRED"));
  }

  /** A test is run on the day that was planned for it. */
  private static Optional<StepRefusal> runRefusal(
      Progress progress, LocalDate day, Circumstances now) {
    Certificate certificate = Objects.requireNonNull(progress.certificate());
    boolean possible = day.equals(progress.plannedOn()) && !day.isAfter(now.today());
    return when(!possible, "TEST_DAY_NOT_POSSIBLE")
        .or(() -> when(!certificate.isValidOn(day), "CERTIFICATE_EXPIRED"));
  }

  private static Optional<StepRefusal> productionRefusal(
      Onboarding onboarding, Progress progress, Circumstances now) {
    Certificate certificate = Objects.requireNonNull(progress.certificate());
    return when(!certificate.isValidOn(now.today()), "CERTIFICATE_EXPIRED")
        .or(() -> profileRefusal(onboarding, certificate, now))
        .or(() -> when(now.status() == OrganisationStatus.SUSPENDED, "ORGANISATION_SUSPENDED"));
  }

  private static Optional<StepRefusal> when(boolean holds, String code) {
    return holds ? refusal(code) : Optional.empty();
  }

  private static Optional<StepRefusal> refusal(String code) {
    return Optional.of(StepRefusal.of(code));
  }
}
