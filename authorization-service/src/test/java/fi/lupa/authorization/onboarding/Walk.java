package fi.lupa.authorization.onboarding;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.SystemFunction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** An onboarding walked through by the rules alone, from a day on. */
final class Walk {
  static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  static final Set<String> CHECKLIST = Set.of("A", "B");
  static final CertificationProfiles PROFILES =
      new CertificationProfiles(
          Map.of(
              "PHASE_2", Optional.of(LocalDate.of(2024, 8, 31)),
              "OBLIGATION_TO_JOIN", Optional.empty()));

  private LocalDate today = DAY;
  private OrganisationStatus status = OrganisationStatus.REGISTERED;
  private Onboarding onboarding;

  Walk(Situation situation) {
    onboarding =
        new Onboarding(
                new UUID(1, 2),
                new Oid("1.2.3"),
                situation,
                new TreeSet<>(Set.of(SystemFunction.ARCHIVING)),
                List.of())
            .with(taken(1, StepOrder.plain(Step.REGISTERED, new Evidence("1", null))));
  }

  Onboarding onboarding() {
    return onboarding;
  }

  Progress progress() {
    return onboarding.progress();
  }

  LocalDate today() {
    return today;
  }

  Walk on(LocalDate day) {
    today = day;
    return this;
  }

  Walk with(OrganisationStatus next) {
    status = next;
    return this;
  }

  /** Everything before a step, each in order. */
  Walk upTo(Step step) {
    for (Step one : onboarding.situation().path()) {
      if (one == step) {
        return this;
      }
      if (one != Step.REGISTERED) {
        take(one);
      }
    }
    return this;
  }

  Walk take(Step step) {
    if (step == Step.PREPARATION) {
      CHECKLIST.forEach(task -> take(task(task)));
      return this;
    }
    return take(order(step));
  }

  Walk take(StepOrder order) {
    Optional<StepRefusal> refusal = attempt(order);
    if (refusal.isPresent()) {
      throw new AssertionError(order.step() + " refused: " + refusal.get());
    }
    return this;
  }

  /** A step that comes by itself. */
  Walk byItself(Step step) {
    onboarding = onboarding.with(taken(onboarding.version() + 1, StepOrder.plain(step, null)));
    return this;
  }

  /** Takes the step unless it is refused. */
  Optional<StepRefusal> attempt(StepOrder order) {
    return attempt(order, EnumSet.of(Step.Side.OPERATOR, Step.Side.ORGANISATION, Step.Side.EITHER));
  }

  Optional<StepRefusal> attempt(StepOrder order, Set<Step.Side> sides) {
    Optional<StepRefusal> refusal =
        StepRules.check(
            onboarding,
            order,
            new StepRules.Circumstances(sides, status, CHECKLIST, PROFILES, today));
    if (refusal.isEmpty()) {
      onboarding = onboarding.with(taken(onboarding.version() + 1, order));
    }
    return refusal;
  }

  /** A step with everything that belongs to it, all of it in order. */
  StepOrder order(Step step) {
    Evidence evidence = new Evidence("1", null);
    return switch (step) {
      case PREPARATION -> task("A");
      case CERTIFICATE_RECORDED -> certificate("OBLIGATION_TO_JOIN", DAY.plusYears(3), "S");
      case TEST_PLANNED -> new StepOrder(step, evidence, null, null, null, today, null, null);
      case TEST_RUN -> new StepOrder(step, evidence, null, null, null, null, today, null);
      case TEST_CHECKED -> findings(true, true, true);
      default -> StepOrder.plain(step, evidence);
    };
  }

  static StepOrder task(String task) {
    return new StepOrder(
        Step.PREPARATION, new Evidence("1", null), task, null, null, null, null, null);
  }

  static StepOrder certificate(String profile, LocalDate until, String system) {
    Certificate certificate =
        new Certificate(
            "1",
            "V",
            system,
            Certificate.SystemClass.A,
            profile,
            Set.of(SystemFunction.ARCHIVING),
            until);
    return new StepOrder(
        Step.CERTIFICATE_RECORDED,
        new Evidence("1", null),
        null,
        null,
        certificate,
        null,
        null,
        null);
  }

  static StepOrder findings(boolean archived, boolean register, boolean equal) {
    return new StepOrder(
        Step.TEST_CHECKED,
        new Evidence("1", null),
        null,
        null,
        null,
        null,
        null,
        new Findings(archived, register, equal));
  }

  private StepTaken taken(int number, StepOrder order) {
    Instant noon = today.atTime(10, 0).toInstant(ZoneOffset.UTC);
    return new StepTaken(number, order, noon, null);
  }
}
