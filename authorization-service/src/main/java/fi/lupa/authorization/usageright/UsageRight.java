package fi.lupa.authorization.usageright;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.UsageRightChanged.Purchase;
import fi.lupa.contracts.event.UsageRightChanged.Subcontractor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
 * @param endedAt the moment the right ended, once it has by an act or by itself
 * @param powers what the producer may do; at least one
 * @param purchase how the service was bought, when told
 * @param subcontractors units that use the right on the producer's behalf (palveluntoteuttaja)
 * @param startSetAt when the start was amended; null when it is still the first one
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
    @Nullable RightEndReason endReason,
    Set<RightPower> powers,
    @Nullable Purchase purchase,
    List<Subcontractor> subcontractors,
    @Nullable Instant startSetAt) {

  public UsageRight {
    socialServices = List.copyOf(socialServices);
    powers = Collections.unmodifiableSet(EnumSet.copyOf(powers));
    subcontractors = List.copyOf(subcontractors);
  }

  /** The first version of a right. */
  public static UsageRight granted(
      UsageRightId id,
      ClientRef client,
      Oid organiser,
      Oid producer,
      Oid producerUnit,
      ServiceTask serviceTask,
      Terms terms,
      Instant now) {
    return new UsageRight(
        id,
        1,
        client,
        organiser,
        producer,
        producerUnit,
        serviceTask,
        terms.socialServices(),
        terms.start(),
        terms.end(),
        now,
        null,
        null,
        terms.powers(),
        terms.purchase(),
        terms.subcontractors(),
        null);
  }

  /** What may still be changed in it. */
  public Terms terms() {
    return new Terms(socialServices, start, end, powers, purchase, subcontractors);
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
    Instant stored = startSetAt == null ? grantedAt : startSetAt;
    Instant beginning = FinnishDays.beginning(start);
    return beginning.isAfter(stored) ? beginning : stored;
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
    return next(terms().endingOn(day), endedAt, reason, startSetAt);
  }

  /** The next version, ended at a moment. */
  public UsageRight endedAt(Instant moment, RightEndReason reason) {
    return next(terms(), moment, reason, startSetAt);
  }

  /**
   * The next version, with other terms. The reason of an end that was ordered stays while its day
   * does.
   */
  public UsageRight amended(Terms terms, Instant now) {
    return next(
        terms,
        endedAt,
        Objects.equals(terms.end(), end) ? endReason : null,
        terms.start().equals(start) ? startSetAt : now);
  }

  private UsageRight next(
      Terms terms,
      @Nullable Instant moment,
      @Nullable RightEndReason reason,
      @Nullable Instant startSet) {
    return new UsageRight(
        id,
        version + 1,
        client,
        organiser,
        producer,
        producerUnit,
        serviceTask,
        terms.socialServices(),
        terms.start(),
        terms.end(),
        grantedAt,
        moment,
        reason,
        terms.powers(),
        terms.purchase(),
        terms.subcontractors(),
        startSet);
  }
}
