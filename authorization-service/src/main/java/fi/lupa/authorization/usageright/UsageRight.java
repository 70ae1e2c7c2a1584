package fi.lupa.authorization.usageright;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a register usage right (rekisterinkäyttöoikeus): a producer's unit may read and
 * write, in the organiser's register, the documents of one client in one service task.
 *
 * @param version 1 when granted, one more with each change
 * @param socialServices code set 1.2.246.537.6.1222; empty means every service of the task
 * @param start the first day, a Finnish calendar day; when it is past, the right has effect from
 *     {@code grantedAt}
 * @param end the last day
 * @param endedAt the moment the right was ended at once
 */
public record UsageRight(
    UsageRightId id,
    long version,
    ClientRef client,
    Oid organiser,
    Oid producer,
    Oid producerUnit,
    ServiceTask serviceTask,
    List<String> socialServices,
    LocalDate start,
    @Nullable LocalDate end,
    Instant grantedAt,
    @Nullable Instant endedAt,
    @Nullable RightEndReason endReason) {

  public UsageRight {
    socialServices = List.copyOf(socialServices);
  }

  public UsageRightState stateAt(Instant now) {
    Instant until = effectiveUntil();
    if (until != null && !now.isBefore(until)) {
      return UsageRightState.ENDED;
    }
    return now.isBefore(effectiveFrom()) ? UsageRightState.NOT_STARTED : UsageRightState.IN_FORCE;
  }

  /** Inclusive. The table computes the same into {@code effective_from}. */
  public Instant effectiveFrom() {
    Instant beginning = FinnishDays.beginning(start);
    return beginning.isAfter(grantedAt) ? beginning : grantedAt;
  }

  /**
   * Exclusive; null when open-ended. The table computes the same into {@code effective_until}. A
   * right that was ended before it began has its end before its beginning.
   */
  public @Nullable Instant effectiveUntil() {
    Instant afterLastDay = end == null ? null : FinnishDays.beginning(end.plusDays(1));
    if (endedAt == null || afterLastDay == null) {
      return endedAt == null ? afterLastDay : endedAt;
    }
    return endedAt.isBefore(afterLastDay) ? endedAt : afterLastDay;
  }

  /** The next version, with its last day set. */
  public UsageRight endingOn(LocalDate day, RightEndReason reason) {
    return ended(day, endedAt, reason);
  }

  /** The next version, ended at once. */
  public UsageRight endedAt(Instant now, RightEndReason reason) {
    return ended(end, now, reason);
  }

  private UsageRight ended(
      @Nullable LocalDate lastDay, @Nullable Instant moment, RightEndReason reason) {
    return new UsageRight(
        id,
        version + 1,
        client,
        organiser,
        producer,
        producerUnit,
        serviceTask,
        socialServices,
        start,
        lastDay,
        grantedAt,
        moment,
        reason);
  }
}
