package fi.lupa.authorization.onboarding;

/** Where an onboarding stands. The first two decide the organisation's status and functions. */
public enum OnboardingState {
  OPEN,
  IN_PRODUCTION,
  /** Given up before production. */
  CANCELLED,
  /** The organisation left after production. */
  ENDED
}
