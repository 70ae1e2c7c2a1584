package fi.lupa.audit.representation;

import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.contracts.event.RepresentationChanged.Refusal;
import fi.lupa.platform.security.Representative;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether somebody may read a client's log on the client's behalf (facts 10.7). Whoever acts for an
 * adult, as the adult. Nobody a minor's: no law opens it, and it tells of what the minor may have
 * kept from them (51 § 2).
 */
final class ReaderRules {
  private static final String NOT_SHOWN = "GUARDIAN_LOG_NOT_SHOWN";

  private ReaderRules() {}

  /**
   * Why not; the reason's code.
   *
   * @param born the represented person's day of birth
   * @param known the relation that the token names
   */
  static Optional<String> refusal(
      Representative by, LocalDate born, Optional<RepresentationChanged> known, LocalDate today) {
    boolean ofAge = RepresentationChanged.isOfAge(born, today);
    return known
        .filter(one -> one.representative().equals(by.person()) && one.role() == by.role())
        .map(one -> one.refusal(ofAge, RepresentationMatter.SOCIAL_CARE, today).map(Enum::name))
        .orElse(Optional.of(Refusal.NO_REPRESENTATION.name()))
        .or(() -> ofAge ? Optional.empty() : Optional.of(NOT_SHOWN));
  }
}
