package fi.lupa.authorization.onboarding;

import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.SystemFunction;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What an organisation's onboardings make of its status and functions. */
final class ProductionRules {
  private ProductionRules() {}

  /**
   * The functions an organisation has after a step.
   *
   * @param now those it has
   * @param stepped the onboarding with its new step
   * @param others its other onboardings that are live
   */
  static Set<SystemFunction> functions(
      Set<SystemFunction> now, Onboarding stepped, List<Onboarding> others) {
    Set<SystemFunction> next = EnumSet.noneOf(SystemFunction.class);
    next.addAll(now);
    if (isCertified(stepped)) {
      next.addAll(stepped.functions());
    } else if (stepped.progress().state() == OnboardingState.IN_PRODUCTION) {
      next.removeAll(stepped.functions());
      others.stream()
          .filter(ProductionRules::isCertified)
          .forEach(other -> other.functions().stream().filter(now::contains).forEach(next::add));
    }
    return next;
  }

  /** In production, with a certificate that hasn't run out. */
  private static boolean isCertified(Onboarding onboarding) {
    Progress progress = onboarding.progress();
    return progress.state() == OnboardingState.IN_PRODUCTION && !progress.certificateExpired();
  }

  /**
   * Whether the operator may state that status beside live onboardings: what they have led to, what
   * it is now, or that the organisation is suspended or has left.
   */
  static boolean mayState(
      OrganisationStatus wanted, OrganisationStatus now, List<Onboarding> live) {
    return wanted == now
        || wanted == OrganisationStatus.SUSPENDED
        || wanted == OrganisationStatus.LEFT
        || wanted == reached(live);
  }

  /** Only one that had joined extends its use. */
  private static OrganisationStatus reached(List<Onboarding> live) {
    return live.stream()
            .anyMatch(onboarding ->
                onboarding.situation() == Situation.EXTENSION
                    || onboarding.progress().state() == OnboardingState.IN_PRODUCTION)
        ? OrganisationStatus.JOINED
        : OrganisationStatus.REGISTERED;
  }
}
