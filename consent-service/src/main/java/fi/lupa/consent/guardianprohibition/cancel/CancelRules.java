package fi.lupa.consent.guardianprohibition.cancel;

import fi.lupa.consent.guardianprohibition.GuardianProhibition;
import fi.lupa.contracts.event.GuardianProhibitionChanged.State;
import java.time.Instant;
import java.util.Optional;

/** The minor may change their mind any time, at any provider. */
final class CancelRules {
  /** Why it can't be; the names are the reason codes. */
  enum Refusal {
    VERSION_CONFLICT,
    GUARDIAN_PROHIBITION_NOT_IN_FORCE
  }

  private CancelRules() {}

  /**
   * @param expectedVersion the version that the canceller has seen
   */
  static Optional<Refusal> refusal(GuardianProhibition one, long expectedVersion) {
    if (one.version() != expectedVersion) {
      return Optional.of(Refusal.VERSION_CONFLICT);
    }
    return one.state() == State.ACCEPTED
        ? Optional.empty()
        : Optional.of(Refusal.GUARDIAN_PROHIBITION_NOT_IN_FORCE);
  }

  /** When the last version begins; never before the one it follows. */
  static Instant cancelledAt(GuardianProhibition one, Instant now) {
    return now.isBefore(one.decidedAt()) ? one.decidedAt() : now;
  }
}
