package fi.lupa.authorization.usageright.grant;

import fi.lupa.authorization.usageright.FinnishDays;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.contracts.Sector;
import java.util.Optional;

/**
 * Whether a right may be granted (act 703/2023 13 and 14 §; domain sheet 1.2). Overlap with an
 * earlier right is the table's to refuse, because only it sees two grants at the same moment.
 */
final class GrantRules {
  private GrantRules() {}

  /** The first reason to refuse, in the order a person would fix them. */
  static Optional<GrantRefusal> check(UsageRight right, Parties parties) {
    return partiesRefusal(right, parties).or(() -> periodRefusal(right));
  }

  private static Optional<GrantRefusal> partiesRefusal(UsageRight right, Parties parties) {
    if (right.organiser().equals(right.producer())) {
      return Optional.of(GrantRefusal.PRODUCER_IS_ORGANISER);
    }
    return partyRefusal(parties.organiser(), GrantRefusal.ORGANISER_NOT_READY)
        .or(() -> partyRefusal(parties.producer(), GrantRefusal.PRODUCER_NOT_READY))
        .or(() -> when(!parties.unitIsProducers(), GrantRefusal.UNIT_UNKNOWN));
  }

  private static Optional<GrantRefusal> partyRefusal(Optional<Party> party, GrantRefusal notReady) {
    if (party.isEmpty()) {
      return Optional.of(notReady);
    }
    return when(party.get().sector() != Sector.SOCIAL, GrantRefusal.WRONG_SECTOR)
        .or(() -> when(!party.get().isReady(), notReady));
  }

  private static Optional<GrantRefusal> periodRefusal(UsageRight right) {
    if (right.end() == null) {
      return Optional.empty();
    }
    boolean past = right.end().isBefore(FinnishDays.dayOf(right.grantedAt()));
    return when(right.end().isBefore(right.start()), GrantRefusal.END_BEFORE_START)
        .or(() -> when(past, GrantRefusal.END_IN_PAST));
  }

  private static Optional<GrantRefusal> when(boolean holds, GrantRefusal refusal) {
    return holds ? Optional.of(refusal) : Optional.empty();
  }
}
