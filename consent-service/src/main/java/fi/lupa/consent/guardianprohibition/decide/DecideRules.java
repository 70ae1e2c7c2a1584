package fi.lupa.consent.guardianprohibition.decide;

import fi.lupa.consent.representation.Ages;
import fi.lupa.platform.client.IdentityCode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When a minor's wish can be recorded. Whether the reason is weighty, and the minor's interest, is
 * for the professional to judge (51 § 2); that the same one isn't in force, the table guards.
 */
final class DecideRules {
  /** Why it can't; the names are the reason codes. */
  enum Refusal {
    CLIENT_NOT_MINOR,
    GUARDIAN_PROHIBITION_EXISTS
  }

  private DecideRules() {}

  static Optional<Refusal> refusal(IdentityCode client, LocalDate today) {
    return Ages.isOfAge(client, today) ? Optional.of(Refusal.CLIENT_NOT_MINOR) : Optional.empty();
  }
}
