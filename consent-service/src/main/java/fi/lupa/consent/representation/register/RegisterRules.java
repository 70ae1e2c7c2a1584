package fi.lupa.consent.representation.register;

import fi.lupa.consent.representation.Ages;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.platform.problem.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What can't be true of a relation. */
final class RegisterRules {
  private RegisterRules() {}

  static List<Violation> violations(RegisterRequest request, LocalDate today) {
    List<Violation> found = new ArrayList<>();
    if (request.represented().equals(request.representative())) {
      found.add(new Violation("/representative", "is the represented person"));
    }
    LocalDate until = request.validUntil();
    if (until != null && until.isBefore(request.validFrom())) {
      found.add(new Violation("/validUntil", "is before validFrom"));
    }
    if (request.role() == RepresentationRole.GUARDIAN_OF_MINOR) {
      if (request.matters() != null) {
        found.add(new Violation("/matters", "isn't for a guardian of a minor"));
      }
      if (Ages.isOfAge(request.represented(), today)) {
        found.add(new Violation("/represented", "is of age"));
      }
    }
    return found;
  }
}
