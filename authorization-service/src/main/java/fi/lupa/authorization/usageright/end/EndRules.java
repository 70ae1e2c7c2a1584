package fi.lupa.authorization.usageright.end;

import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightState;
import fi.lupa.authorization.usageright.end.EndOutcome.Ended;
import fi.lupa.authorization.usageright.end.EndOutcome.Refused;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.RightEndReason;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How a right ends: at once, or with a day that isn't past (domain sheet 1.4). Ending only ever
 * shortens a right, and never undoes what was done under it.
 */
public final class EndRules {
  private EndRules() {}

  public static EndOutcome end(UsageRight right, EndOrder order, Instant now) {
    if (right.stateAt(now) == UsageRightState.ENDED) {
      return Refused.RIGHT_ALREADY_ENDED;
    }
    return order.on() == null
        ? new Ended(right.endedAt(now, order.reason()))
        : endOn(right, order.on(), order.reason(), FinnishDays.dayOf(now));
  }

  private static EndOutcome endOn(
      UsageRight right, LocalDate day, RightEndReason reason, LocalDate today) {
    if (day.isBefore(today)) {
      return Refused.END_IN_PAST;
    }
    if (day.isBefore(right.start())) {
      return Refused.END_BEFORE_START;
    }
    if (right.end() != null && day.isAfter(right.end())) {
      return Refused.END_EXTENDS_RIGHT;
    }
    return new Ended(right.endingOn(day, reason));
  }
}
