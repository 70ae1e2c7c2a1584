package fi.lupa.authorization.usageright.expire;

import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.contracts.RightEndReason;
import java.time.Instant;
import java.util.Objects;

/** How a right ends by itself: as of the moment it was due, however late that is noticed. */
final class ExpireRules {
  private ExpireRules() {}

  /** After its last day; an end that somebody had ordered keeps its reason. */
  static UsageRight over(UsageRight right) {
    Instant until = Objects.requireNonNull(right.effectiveUntil(), "a right without end");
    RightEndReason ordered = right.endReason();
    return right.endedAt(until, ordered == null ? RightEndReason.END_DATE : ordered);
  }

  /** With its organiser or producer. */
  static UsageRight withParty(UsageRight right, Departure departure) {
    boolean organiser = right.organiser().equals(departure.organisation());
    return right.endedAt(
        departure.at(),
        organiser ? RightEndReason.ORGANISER_NOT_READY : RightEndReason.PRODUCER_NOT_READY);
  }
}
