package fi.lupa.authorization.onboarding;

import fi.lupa.contracts.FinnishDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where an onboarding stands: a fold over its steps. */
public final class Progress {
  private static final Set<Step> TEST =
      EnumSet.of(Step.TEST_PLANNED, Step.TEST_RUN, Step.TEST_CHECKED);

  private final Set<Step> done = EnumSet.noneOf(Step.class);
  private final Set<String> tasks = new TreeSet<>();
  private final Onboarding onboarding;
  private OnboardingState state = OnboardingState.OPEN;
  private LocalDate registeredOn = LocalDate.EPOCH;
  private boolean certificateExpired;
  private @Nullable Certificate certificate;
  private @Nullable LocalDate plannedOn;
  private @Nullable LocalDate ranOn;
  private @Nullable Instant reportedAt;
  private @Nullable Instant inProductionAt;

  private Progress(Onboarding onboarding) {
    this.onboarding = onboarding;
  }

  static Progress of(Onboarding onboarding) {
    Progress progress = new Progress(onboarding);
    onboarding.steps().forEach(progress::take);
    return progress;
  }

  private void take(StepTaken taken) {
    StepOrder order = taken.order();
    done.add(order.step());
    switch (order.step()) {
      case REGISTERED -> registeredOn = FinnishDays.dayOf(taken.at());
      case PREPARATION -> tasks.add(Objects.requireNonNull(order.task()));
      case CERTIFICATE_RECORDED -> certify(Objects.requireNonNull(order.certificate()));
      case CERTIFICATE_EXPIRED -> certificateExpired = true;
      case TEST_PLANNED -> plannedOn = order.plannedOn();
      case TEST_RUN -> ranOn = order.ranOn();
      case TEST_CHECKED -> check(Objects.requireNonNull(order.findings()));
      case REPORT_DELIVERED -> reportedAt = taken.at();
      case IN_PRODUCTION -> {
        state = OnboardingState.IN_PRODUCTION;
        inProductionAt = taken.at();
      }
      case CANCELLED -> state = OnboardingState.CANCELLED;
      case ENDED -> state = OnboardingState.ENDED;
      case SERVICE_DESCRIPTION_ACCEPTED, APPLICATION_SENT, APPLICATION_APPROVED -> {}
    }
  }

  /** A test tells nothing of another system than the one it was made with. */
  private void certify(Certificate next) {
    if (state == OnboardingState.OPEN
        && certificate != null
        && !certificate.isOfSameSystemAs(next)) {
      testAgain();
    }
    certificate = next;
    certificateExpired = false;
  }

  private void check(Findings findings) {
    if (!findings.passed()) {
      testAgain();
    }
  }

  private void testAgain() {
    done.removeAll(TEST);
    done.remove(Step.REPORT_DELIVERED);
    plannedOn = null;
    ranOn = null;
    reportedAt = null;
  }

  public OnboardingState state() {
    return state;
  }

  /** Whether it decides what the organisation's status and functions are. */
  public boolean isLive() {
    return state == OnboardingState.OPEN || state == OnboardingState.IN_PRODUCTION;
  }

  /** The day of registering for deployment. */
  public LocalDate registeredOn() {
    return registeredOn;
  }

  /** Tasks of the checklist that are done. */
  public Set<String> tasks() {
    return Set.copyOf(tasks);
  }

  /** The newest certificate, valid or not. */
  public @Nullable Certificate certificate() {
    return certificate;
  }

  /** Whether its running out has been seen to. */
  public boolean certificateExpired() {
    return certificateExpired;
  }

  /** The day planned for the test that counts. */
  public @Nullable LocalDate plannedOn() {
    return plannedOn;
  }

  /** The day of the test that counts. */
  public @Nullable LocalDate ranOn() {
    return ranOn;
  }

  public @Nullable Instant reportedAt() {
    return reportedAt;
  }

  public @Nullable Instant inProductionAt() {
    return inProductionAt;
  }

  /** Whether the step is done for good: preparation only when all its tasks are. */
  boolean isDone(Step step, Set<String> checklist) {
    return step == Step.PREPARATION ? tasks.containsAll(checklist) : done.contains(step);
  }

  /** The steps of the path that are still to be done before this one. */
  List<Step> missingBefore(Step step, Set<String> checklist) {
    return onboarding.situation().path().stream()
        .takeWhile(earlier -> earlier != step)
        .filter(earlier -> !isDone(earlier, checklist))
        .toList();
  }

  /** The step that comes next; null when there is none. */
  public @Nullable Step next(Set<String> checklist) {
    return state != OnboardingState.OPEN
        ? null
        : onboarding.situation().path().stream()
            .filter(step -> !isDone(step, checklist))
            .findFirst()
            .orElse(null);
  }
}
