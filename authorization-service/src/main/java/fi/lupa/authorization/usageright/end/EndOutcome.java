package fi.lupa.authorization.usageright.end;

import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.platform.problem.Problem;

/** What comes of an order to end a right. */
public sealed interface EndOutcome {
  /** The right's next version. */
  record Ended(UsageRight right) implements EndOutcome {}

  /** Why it can't be ended so; each name is a reason code. */
  enum Refused implements EndOutcome {
    RIGHT_ALREADY_ENDED,
    END_IN_PAST,
    END_BEFORE_START,
    END_EXTENDS_RIGHT;

    Problem problem() {
      return Problem.of(name());
    }
  }
}
