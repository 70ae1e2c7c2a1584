package fi.lupa.consent.prohibition.set;

import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.client.TemporaryId;
import java.util.Optional;

/**
 * When a client's prohibition can be recorded. That the same one isn't in force, the table guards.
 */
final class SetRules {
  /** Why it can't; the names are the reason codes. */
  enum Refusal {
    TEMPORARY_ID_NO_PERMIT,
    NOT_INFORMED,
    PROHIBITION_EXISTS
  }

  private SetRules() {}

  /** A prohibition needs an identity code (SM-1505.9) and informing before it (58 §). */
  static Optional<Refusal> refusal(ClientId client, boolean informed) {
    if (client instanceof TemporaryId) {
      return Optional.of(Refusal.TEMPORARY_ID_NO_PERMIT);
    }
    return informed ? Optional.empty() : Optional.of(Refusal.NOT_INFORMED);
  }
}
