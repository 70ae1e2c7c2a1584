package fi.lupa.disclosure.record;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.record.AccessExplanation.RequestedBy;
import fi.lupa.platform.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * Who may supervise besides having the scope: somebody with a role in a unit of the organisation.
 * Any role of the code set, as no decree says which task supervises; health care has none for it.
 * The organisation needn't be joined: who has left or is suspended answers for its log all the
 * same.
 */
@Component
public class Officers {
  private final Roles roles;

  Officers(Roles roles) {
    this.roles = roles;
  }

  /**
   * The officer, or a problem 403: {@code ORG_NOT_JOINED} for an organisation that isn't known,
   * {@code REQUESTER_UNIT_UNKNOWN}, {@code ROLE_MISSING}.
   */
  public RequestedBy of(Officer officer, Oid organisation, Facts known) {
    OrganisationChanged own =
        known.organisation(organisation).orElseThrow(() -> Problem.denied("ORG_NOT_JOINED"));
    if (own.units().stream().noneMatch(unit -> unit.oid().equals(officer.unit()))) {
      throw Problem.denied("REQUESTER_UNIT_UNKNOWN");
    }
    if (roles.find(officer.professional().role()) == null) {
      throw Problem.denied("ROLE_MISSING");
    }
    return officer.of(organisation);
  }
}
