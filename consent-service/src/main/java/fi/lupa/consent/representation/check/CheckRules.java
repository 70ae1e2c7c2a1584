package fi.lupa.consent.representation.check;

import fi.lupa.consent.representation.Ages;
import fi.lupa.consent.representation.Representation;
import fi.lupa.consent.representation.Terms;
import fi.lupa.consent.representation.check.Verdict.Refusal;
import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.event.RepresentationChanged.State;
import fi.lupa.platform.client.IdentityCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/**
 * Act 703/2023 50 §: a guardian, a legal guardian and whoever has a mandate may act for a client.
 * What both sides know anyway is told (that a mandate is over, that a child has grown up);
 * everything else is the answer that a stranger gets.
 */
final class CheckRules {
  private CheckRules() {}

  /**
   * @param known all relations between the two
   * @param matters the act is of any of these
   */
  static Verdict verdict(
      Collection<Representation> known,
      IdentityCode client,
      Set<RepresentationMatter> matters,
      LocalDate today) {
    Verdict.Refused most = new Verdict.Refused(Refusal.NO_REPRESENTATION);
    for (Representation one : known) {
      switch (verdict(one, client, matters, today)) {
        case Verdict.Given given -> {
          return given;
        }
        case Verdict.Refused refused -> {
          most = refused.why().compareTo(most.why()) > 0 ? refused : most;
        }
      }
    }
    return most;
  }

  private static Verdict verdict(
      Representation one, IdentityCode client, Set<RepresentationMatter> matters, LocalDate today) {
    Terms terms = one.terms();
    boolean guardian = one.role() == RepresentationRole.GUARDIAN_OF_MINOR;
    if (one.state() == State.ENDED
        || !terms.blocks().isEmpty()
        || today.isBefore(terms.validFrom())) {
      return new Verdict.Refused(Refusal.NO_REPRESENTATION);
    }
    if (guardian && Ages.isOfAge(client, today)) {
      return new Verdict.Refused(Refusal.CHILD_OF_AGE);
    }
    LocalDate last = terms.validUntil();
    if (last != null && today.isAfter(last)) {
      // custody that ended before its time isn't for everyone to know
      return new Verdict.Refused(guardian ? Refusal.NO_REPRESENTATION : Refusal.MANDATE_EXPIRED);
    }
    return terms.coversAny(matters)
        ? new Verdict.Given(one)
        : new Verdict.Refused(Refusal.MANDATE_OTHER_MATTER);
  }
}
