package fi.lupa.authorization.usageright.check;

import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.SystemFunction;
import java.util.Set;

/** What must be known of an organiser, a producer or a subcontractor. */
record Party(Sector sector, OrganisationStatus status, Set<SystemFunction> functions) {
  boolean isReady() {
    return status == OrganisationStatus.JOINED
        && functions.contains(SystemFunction.REGISTER_USAGE_RIGHT);
  }
}
