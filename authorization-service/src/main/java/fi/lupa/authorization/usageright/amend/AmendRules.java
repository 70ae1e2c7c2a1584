package fi.lupa.authorization.usageright.amend;

import fi.lupa.authorization.usageright.Terms;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightState;
import fi.lupa.authorization.usageright.check.Refusal;
import java.time.Instant;
import java.util.Optional;

/** What an amendment may not do, whatever the right would become (domain sheet 1.4). */
public final class AmendRules {
  private AmendRules() {}

  /** What has ended stays ended, and what has begun stays begun. */
  public static Optional<Refusal> check(UsageRight right, Terms terms, Instant now) {
    UsageRightState state = right.stateAt(now);
    if (state == UsageRightState.ENDED) {
      return Optional.of(Refusal.RIGHT_ALREADY_ENDED);
    }
    boolean movesStart = !terms.start().equals(right.start());
    return movesStart && state == UsageRightState.IN_FORCE
        ? Optional.of(Refusal.RIGHT_ALREADY_STARTED)
        : Optional.empty();
  }
}
