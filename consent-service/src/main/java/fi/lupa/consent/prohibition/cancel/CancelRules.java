package fi.lupa.consent.prohibition.cancel;

import fi.lupa.consent.origin.Origin;
import fi.lupa.consent.prohibition.GuardianRules;
import fi.lupa.consent.prohibition.Prohibition;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.event.ProhibitionChanged.State;
import java.time.Instant;
import java.util.Optional;

/** Cancelling a prohibition: any time, at any provider or by the citizen. */
final class CancelRules {
  /** Why it can't be; the names are the reason codes. */
  enum Refusal {
    GUARDIAN_CANNOT_PROHIBIT,
    VERSION_CONFLICT,
    PROHIBITION_ALREADY_CANCELLED
  }

  private CancelRules() {}

  /**
   * @param expectedVersion the version that the canceller has seen
   */
  static Optional<Refusal> refusal(Prohibition prohibition, long expectedVersion, Origin origin) {
    if (!GuardianRules.mayProhibit(origin)) {
      return Optional.of(Refusal.GUARDIAN_CANNOT_PROHIBIT);
    }
    if (prohibition.version() != expectedVersion) {
      return Optional.of(Refusal.VERSION_CONFLICT);
    }
    return prohibition.state() == State.SET
        ? Optional.empty()
        : Optional.of(Refusal.PROHIBITION_ALREADY_CANCELLED);
  }

  /** The next and last version; never stands before the one it follows. */
  static Prohibition cancelled(Prohibition prohibition, Channel channel, Instant now) {
    return new Prohibition(
        prohibition.id(),
        prohibition.client(),
        prohibition.version() + 1,
        State.CANCELLED,
        prohibition.target(),
        channel,
        prohibition.setAt(),
        now.isBefore(prohibition.setAt()) ? prohibition.setAt() : now);
  }
}
