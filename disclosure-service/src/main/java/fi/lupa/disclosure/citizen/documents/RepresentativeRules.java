package fi.lupa.disclosure.citizen.documents;

import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.event.GuardianProhibitionChanged;
import fi.lupa.contracts.event.RepresentationChanged.Refusal;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.document.Document;
import fi.lupa.platform.security.Representative;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether somebody may look on a citizen's behalf now (facts 10.7, Act 703/2023 50 §), by the
 * relation that the token names. Told is only what both sides know anyway; a relation that is
 * barred, has not begun or was ended early is as if there were none.
 */
final class RepresentativeRules {
  private RepresentativeRules() {}

  /**
   * @param born the represented person's day of birth
   */
  static Optional<Refusal> refusal(
      Representative by, LocalDate born, Facts facts, LocalDate today) {
    return facts.representations().stream()
        .filter(one -> one.id().equals(by.representation()))
        .filter(one -> one.representative().equals(by.person()) && one.role() == by.role())
        .findFirst()
        .map(one ->
            one.refusal(CitizenRules.isOfAge(born, today), RepresentationMatter.SOCIAL_CARE, today))
        .orElse(Optional.of(Refusal.NO_REPRESENTATION));
  }

  /**
   * Whether a minor has validly prohibited that who looks for them see a document (Act 703/2023 51
   * § 2): a guardian, and as long as the client is a minor whoever else acts for them.
   */
  static boolean isProhibited(
      Representative by, LocalDate born, Facts facts, Document document, LocalDate today) {
    return !CitizenRules.isOfAge(born, today)
        && facts.guardianProhibitions().stream()
            .filter(one -> one.binds(by.person()))
            .anyMatch(one -> covers(one, document));
  }

  private static boolean covers(GuardianProhibitionChanged one, Document document) {
    return switch (one.target()) {
      case ALL -> true;
      case SERVICE_TASK ->
          document.serviceTasks().contains(Objects.requireNonNull(one.serviceTask()));
      case DOCUMENT -> document.documentOid().equals(one.document());
    };
  }
}
