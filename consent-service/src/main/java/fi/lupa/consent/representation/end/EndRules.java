package fi.lupa.consent.representation.end;

import fi.lupa.consent.representation.Representation;
import fi.lupa.contracts.event.RepresentationChanged.State;
import java.time.Instant;
import java.util.Optional;

/** Ending a relation before its time. */
final class EndRules {
  /** Why it can't be; the names are the reason codes. */
  enum Refusal {
    VERSION_CONFLICT,
    REPRESENTATION_ALREADY_ENDED
  }

  private EndRules() {}

  /**
   * @param expectedVersion the version that the operator has seen
   */
  static Optional<Refusal> refusal(Representation representation, long expectedVersion) {
    if (representation.version() != expectedVersion) {
      return Optional.of(Refusal.VERSION_CONFLICT);
    }
    return representation.state() == State.REGISTERED
        ? Optional.empty()
        : Optional.of(Refusal.REPRESENTATION_ALREADY_ENDED);
  }

  /** The next version; never stands before the one it follows. */
  static Representation ended(Representation representation, Instant now) {
    Instant last = representation.changedAt();
    return new Representation(
        representation.id(),
        representation.client(),
        representation.representative(),
        representation.role(),
        representation.version() + 1,
        State.ENDED,
        representation.terms(),
        now.isBefore(last) ? last : now);
  }
}
