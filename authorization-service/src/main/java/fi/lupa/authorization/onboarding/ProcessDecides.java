package fi.lupa.authorization.onboarding;

import fi.lupa.authorization.organisation.JoiningProcess;
import fi.lupa.authorization.organisation.Organisation;
import fi.lupa.authorization.organisation.OrganisationDetails;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.platform.problem.Problem;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An organisation's status and functions are what its live onboardings have led to. */
@Component
final class ProcessDecides implements JoiningProcess {
  private final OnboardingReadStore read;
  private final Onboardings onboardings;

  ProcessDecides(OnboardingReadStore read, Onboardings onboardings) {
    this.read = read;
    this.onboardings = onboardings;
  }

  @Override
  public Mono<Void> beforeChange(Organisation current, OrganisationDetails wanted) {
    return read.live(current.oid()).flatMap(live -> check(current, wanted, live));
  }

  private Mono<Void> check(
      Organisation current, OrganisationDetails wanted, List<Onboarding> live) {
    if (live.isEmpty()) {
      return Mono.empty();
    }
    if (!wanted.functions().equals(current.functions())
        || !ProductionRules.mayState(wanted.status(), current.status(), live)) {
      return Mono.error(Problem.of("ONBOARDING_DECIDES"));
    }
    return wanted.status() == OrganisationStatus.LEFT ? onboardings.leave(live) : Mono.empty();
  }
}
