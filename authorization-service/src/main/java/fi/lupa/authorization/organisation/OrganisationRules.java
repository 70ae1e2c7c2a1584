package fi.lupa.authorization.organisation;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.event.OrganisationChanged.JointService;
import fi.lupa.platform.problem.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the contract's schema can't say of an organisation. */
final class OrganisationRules {
  private OrganisationRules() {}

  /** What is wrong with the units; none when nothing is. */
  static List<Violation> ofUnits(OrganisationDetails details) {
    List<Violation> wrong = new ArrayList<>(repeatedUnits(details.units()));
    wrong.addAll(jointServices(details.sector(), details.units()));
    return wrong;
  }

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

  /**
   * A violation for each joint service that ends before it starts, and for each unit outside health
   * care that has any: it is its staff that asks by them (Act 703/2023 53 § 1).
   */
  static List<Violation> jointServices(Sector sector, List<Unit> units) {
    List<Violation> wrong = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      List<JointService> services = units.get(i).jointServicesOrNone();
      String pointer = "/units/" + i + "/jointServices";
      if (sector != Sector.HEALTH && !services.isEmpty()) {
        wrong.add(new Violation(pointer, "is for units of health care only"));
      }
      for (int j = 0; j < services.size(); j++) {
        LocalDate end = services.get(j).end();
        if (end != null && end.isBefore(services.get(j).start())) {
          wrong.add(new Violation(pointer + "/" + j + "/end", "is before the start"));
        }
      }
    }
    return wrong;
  }
}
