package fi.lupa.authorization.usageright.check;

import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.UsageRightChanged.Subcontractor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a right may be granted, or amended into what it would become (act 703/2023 13 and 14 §;
 * domain sheet 1.2 and 1.3). Overlap with another right is the table's to refuse, because only it
 * sees two grants at the same moment.
 */
final class RightRules {
  private RightRules() {}

  /** The first reason to refuse, in the order a person would fix them. */
  static Optional<Refusal> check(
      UsageRight right, Parties parties, SocialServices services, Instant now) {
    return partiesRefusal(right, parties)
        .or(() -> services(right.socialServices(), right.serviceTask(), services))
        .or(() -> periodRefusal(right, now))
        .or(() -> subcontractorsRefusal(right, parties, services));
  }

  private static Optional<Refusal> partiesRefusal(UsageRight right, Parties parties) {
    if (right.organiser().equals(right.producer())) {
      return Optional.of(Refusal.PRODUCER_IS_ORGANISER);
    }
    return partyRefusal(parties.party(right.organiser()), Refusal.ORGANISER_NOT_READY)
        .or(() -> partyRefusal(parties.party(right.producer()), Refusal.PRODUCER_NOT_READY))
        .or(() -> when(!parties.has(right.producer(), right.producerUnit()), Refusal.UNIT_UNKNOWN));
  }

  private static Optional<Refusal> partyRefusal(Optional<Party> party, Refusal notReady) {
    if (party.isEmpty()) {
      return Optional.of(notReady);
    }
    return when(party.get().sector() != Sector.SOCIAL, Refusal.WRONG_SECTOR)
        .or(() -> when(!party.get().isReady(), notReady));
  }

  private static Optional<Refusal> services(
      List<String> codes, ServiceTask task, SocialServices services) {
    boolean unknown = !codes.stream().allMatch(services::knows);
    boolean ofAnotherTask = !codes.stream().allMatch(code -> services.belongTo(code, task));
    return when(unknown, Refusal.SERVICE_UNKNOWN)
        .or(() -> when(ofAnotherTask, Refusal.SERVICE_NOT_OF_TASK));
  }

  private static Optional<Refusal> periodRefusal(UsageRight right, Instant now) {
    LocalDate end = right.end();
    if (end == null) {
      return Optional.empty();
    }
    return when(end.isBefore(right.start()), Refusal.END_BEFORE_START)
        .or(() -> when(end.isBefore(FinnishDays.dayOf(now)), Refusal.END_IN_PAST));
  }

  private static Optional<Refusal> subcontractorsRefusal(
      UsageRight right, Parties parties, SocialServices services) {
    return right.subcontractors().stream()
        .flatMap(one -> subcontractorRefusal(one, right, parties, services).stream())
        .findFirst();
  }

  /** Why one subcontractor can't have its part. */
  static Optional<Refusal> subcontractorRefusal(
      Subcontractor one, UsageRight right, Parties parties, SocialServices services) {
    return partyRefusal(parties.party(one.organisation()), Refusal.SUBCONTRACTOR_NOT_READY)
        .or(() -> when(!parties.has(one.organisation(), one.unit()), Refusal.UNIT_UNKNOWN))
        .or(() -> services(one.socialServices(), right.serviceTask(), services))
        .or(() -> when(!isInside(one, right), Refusal.SUBCONTRACTOR_OUTSIDE_RIGHT));
  }

  /** Its services and days are within those of the right. */
  private static boolean isInside(Subcontractor one, UsageRight right) {
    boolean services =
        right.socialServices().isEmpty()
            || right.socialServices().containsAll(one.socialServices());
    boolean starts = !one.start().isBefore(right.start()) && !isAfter(one.start(), right.end());
    boolean ends =
        one.end() == null || (!one.end().isBefore(one.start()) && !isAfter(one.end(), right.end()));
    return services && starts && ends;
  }

  private static boolean isAfter(LocalDate day, @Nullable LocalDate last) {
    return last != null && day.isAfter(last);
  }

  private static Optional<Refusal> when(boolean holds, Refusal refusal) {
    return holds ? Optional.of(refusal) : Optional.empty();
  }
}
