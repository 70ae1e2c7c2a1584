package fi.lupa.authorization.usageright;

/** Where a right stands at an instant. Nothing comes after ENDED. */
public enum UsageRightState {
  NOT_STARTED,
  IN_FORCE,
  ENDED
}
