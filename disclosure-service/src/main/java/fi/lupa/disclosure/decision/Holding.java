package fi.lupa.disclosure.decision;

import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.contracts.event.UsageRightChanged.Subcontractor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A usage right as one unit may use it: its producer's, or a subcontractor's, whose part lies
 * inside it and lasts no longer.
 *
 * @param socialServices empty means all of the task
 * @param own the time of the part; of the whole right for its producer
 * @param chained whether it is a subcontractor's
 */
record Holding(
    UsageRightChanged right, Oid unit, List<String> socialServices, Period own, boolean chained) {

  /** All that an organisation may use of a right. */
  static Stream<Holding> of(UsageRightChanged right, Oid organisation) {
    Stream<Holding> producers =
        right.producer().equals(organisation)
            ? Stream.of(
                new Holding(
                    right, right.producerUnit(), right.socialServices(), whole(right), false))
            : Stream.empty();
    Stream<Holding> subcontractors =
        right.subcontractorsOrNone().stream()
            .filter(part -> part.organisation().equals(organisation))
            .map(part -> part(right, part));
    return Stream.concat(producers, subcontractors);
  }

  /**
   * Whether a right in force that day ties an organisation to the client: as the one who gave it,
   * its producer, or a subcontractor whose part is in force as well.
   */
  static boolean inForce(UsageRightChanged right, Oid organisation, LocalDate today) {
    return whole(right).isInForce(today)
        && (right.organiser().equals(organisation)
            || of(right, organisation).anyMatch(part -> part.own().isInForce(today)));
  }

  private static Holding part(UsageRightChanged right, Subcontractor part) {
    return new Holding(
        right,
        part.unit(),
        part.socialServices().isEmpty() ? right.socialServices() : part.socialServices(),
        new Period(part.start(), part.end(), null),
        true);
  }

  private static Period whole(UsageRightChanged right) {
    return new Period(right.start(), right.end(), right.endedAt());
  }

  /** The time of the whole right. */
  Period whole() {
    return whole(right);
  }

  ServiceTask serviceTask() {
    return right.serviceTask();
  }

  /**
   * Days in Finland, with the last one included.
   *
   * @param endedAt when it was ended, which is over when it is known here, even if its owner's
   *     clock runs ahead
   */
  record Period(LocalDate start, @Nullable LocalDate end, @Nullable Instant endedAt) {
    boolean isInForce(LocalDate today) {
      return hasStarted(today) && isOpen(today);
    }

    boolean hasStarted(LocalDate today) {
      return !start.isAfter(today);
    }

    boolean isOpen(LocalDate today) {
      return endedAt == null && (end == null || !end.isBefore(today));
    }

    /** Over for no longer than the grace, and not over when the document was recorded. */
    boolean isInGrace(Instant now, Instant recordedAt, Duration grace) {
      Instant over = over();
      return over != null
          && !recordedAt.isBefore(startOfDay(start))
          && recordedAt.isBefore(over)
          && now.isBefore(over.plus(grace));
    }

    private @Nullable Instant over() {
      Instant lastDay = end == null ? null : startOfDay(end.plusDays(1));
      if (lastDay == null) {
        return endedAt;
      }
      return endedAt == null || endedAt.isAfter(lastDay) ? lastDay : endedAt;
    }

    private static Instant startOfDay(LocalDate day) {
      return FinnishDays.beginning(day);
    }
  }
}
