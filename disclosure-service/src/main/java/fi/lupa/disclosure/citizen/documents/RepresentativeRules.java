package fi.lupa.disclosure.citizen.documents;

import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.platform.security.Representative;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether somebody may look on a citizen's behalf now (facts 10.7, Act 703/2023 50 §), by the
 * relation that the token names. Told is only what both sides know anyway; a relation that is
 * barred, has not begun or was ended early is as if there were none.
 */
final class RepresentativeRules {
  private RepresentativeRules() {}

  /** Why not; the names are the reason codes. */
  enum Refusal {
    NO_REPRESENTATION,
    MANDATE_EXPIRED,
    MANDATE_OTHER_MATTER,
    CHILD_OF_AGE
  }

  /**
   * @param born the represented person's day of birth
   */
  static Optional<Refusal> refusal(
      Representative by, LocalDate born, Facts facts, LocalDate today) {
    return facts.representations().stream()
        .filter(one -> one.id().equals(by.representation()))
        .filter(one -> one.representative().equals(by.person()) && one.role() == by.role())
        .findFirst()
        .map(one -> refusal(one, born, today))
        .orElse(Optional.of(Refusal.NO_REPRESENTATION));
  }

  private static Optional<Refusal> refusal(
      RepresentationChanged one, LocalDate born, LocalDate today) {
    boolean guardian = one.role() == RepresentationRole.GUARDIAN_OF_MINOR;
    if (one.state() != RepresentationChanged.State.REGISTERED
        || one.blocked()
        || today.isBefore(one.validFrom())) {
      return Optional.of(Refusal.NO_REPRESENTATION);
    }
    if (guardian && CitizenRules.isOfAge(born, today)) {
      return Optional.of(Refusal.CHILD_OF_AGE);
    }
    LocalDate last = one.validUntil();
    if (last != null && today.isAfter(last)) {
      // custody that ended before its time isn't for everyone to know
      return Optional.of(guardian ? Refusal.NO_REPRESENTATION : Refusal.MANDATE_EXPIRED);
    }
    return one.covers(RepresentationMatter.SOCIAL_CARE)
        ? Optional.empty()
        : Optional.of(Refusal.MANDATE_OTHER_MATTER);
  }
}
