package fi.lupa.authorization.usageright.batch.work;

import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.contracts.event.UsageRightChanged.Change;

/** What came of a line. */
sealed interface LineResult {
  int line();

  /** Done; {@code right} is as it is afterwards. */
  record Done(int line, UsageRight right, Change change) implements LineResult {}

  /** Refused for a reason; nothing was changed. */
  record Refused(int line, String code) implements LineResult {}
}
