package fi.lupa.authorization.usageright.end;

import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightState;
import fi.lupa.authorization.usageright.end.EndOutcome.Refused;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.RightEndReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A right doesn't outlive the client relationship it serves (domain sheet 1.1 and 1.4). */
final class RelationshipRules {
  private RelationshipRules() {}

  /**
   * The rights that end because of it, in their next version. Those that are over by then anyway
   * stay as they are; those that would only begin after it never do.
   *
   * @param on the last day of the relationship; null means it ends now
   * @throws fi.lupa.platform.problem.Problem END_IN_PAST
   */
  static List<UsageRight> end(List<UsageRight> rights, @Nullable LocalDate on, Instant now) {
    if (on != null && on.isBefore(FinnishDays.dayOf(now))) {
      throw Refused.END_IN_PAST.problem();
    }
    return rights.stream()
        .filter(right -> right.stateAt(now) != UsageRightState.ENDED)
        .filter(right -> on == null || right.end() == null || right.end().isAfter(on))
        .map(right ->
            on == null || right.start().isAfter(on)
                ? right.endedAt(now, RightEndReason.RELATIONSHIP_ENDED)
                : right.endingOn(on, RightEndReason.RELATIONSHIP_ENDED))
        .toList();
  }
}
