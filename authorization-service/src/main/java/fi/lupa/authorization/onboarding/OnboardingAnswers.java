package fi.lupa.authorization.onboarding;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Onboardings as they are answered now. */
@Component
public final class OnboardingAnswers {
  private final Checklists checklists;
  private final Clock clock;

  OnboardingAnswers(Checklists checklists, Clock clock) {
    this.checklists = checklists;
    this.clock = clock;
  }

  public OnboardingAnswer of(Onboarding onboarding) {
    return OnboardingAnswer.of(onboarding, checklists.of(onboarding.situation()), clock.instant());
  }
}
