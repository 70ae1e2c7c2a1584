package fi.lupa.consent.prohibition.set;

import fi.lupa.consent.origin.Origin;
import fi.lupa.consent.prohibition.GuardianRules;
import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.client.TemporaryId;
import java.util.Optional;

/**
 * When a client's prohibition can be recorded. That the same one isn't in force, the table guards.
 */
final class SetRules {
  /** Why it can't; the names are the reason codes. */
  enum Refusal {
    GUARDIAN_CANNOT_PROHIBIT,
    CANNOT_PROHIBIT_UNIT,
    CANNOT_PROHIBIT_RECIPIENT,
    CANNOT_PROHIBIT_PROFESSIONAL,
    CANNOT_PROHIBIT_SOCIAL_SERVICE,
    CANNOT_PROHIBIT_PERIOD,
    CANNOT_PROHIBIT_PRODUCER,
    TEMPORARY_ID_NO_PERMIT,
    NOT_INFORMED,
    PROHIBITION_EXISTS
  }

  private SetRules() {}

  /** What 59 § 1 doesn't let anybody prohibit, and what nobody may prohibit for a child. */
  static Optional<Refusal> impossible(Asked.Kind asked, Origin origin) {
    if (!GuardianRules.mayProhibit(origin)) {
      return Optional.of(Refusal.GUARDIAN_CANNOT_PROHIBIT);
    }
    return switch (asked) {
      case CONTROLLER, SERVICE_TASK, DOCUMENT -> Optional.empty();
      case SERVICE_UNIT -> Optional.of(Refusal.CANNOT_PROHIBIT_UNIT);
      case RECIPIENT -> Optional.of(Refusal.CANNOT_PROHIBIT_RECIPIENT);
      case PROFESSIONAL -> Optional.of(Refusal.CANNOT_PROHIBIT_PROFESSIONAL);
      case SOCIAL_SERVICE -> Optional.of(Refusal.CANNOT_PROHIBIT_SOCIAL_SERVICE);
      case PERIOD -> Optional.of(Refusal.CANNOT_PROHIBIT_PERIOD);
      case PRODUCER -> Optional.of(Refusal.CANNOT_PROHIBIT_PRODUCER);
    };
  }

  /** A prohibition needs an identity code (SM-1505.9) and informing before it (58 §). */
  static Optional<Refusal> refusal(ClientId client, boolean informed) {
    if (client instanceof TemporaryId) {
      return Optional.of(Refusal.TEMPORARY_ID_NO_PERMIT);
    }
    return informed ? Optional.empty() : Optional.of(Refusal.NOT_INFORMED);
  }
}
