package fi.lupa.authorization.organisation;

import fi.lupa.contracts.Oid;
import fi.lupa.platform.problem.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the contract's schema can't say of an organisation. */
final class OrganisationRules {
  private OrganisationRules() {}

  /** A violation for each unit whose OID stands earlier in the list. */
  static List<Violation> repeatedUnits(List<Unit> units) {
    Set<Oid> seen = new HashSet<>();
    List<Violation> repeated = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      if (!seen.add(units.get(i).oid())) {
        repeated.add(new Violation("/units/" + i + "/oid", "stands in the list already"));
      }
    }
    return repeated;
  }
}
