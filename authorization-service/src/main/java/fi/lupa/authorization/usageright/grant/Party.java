package fi.lupa.authorization.usageright.grant;

import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.SystemFunction;
import java.util.Set;

/** What granting must know of an organiser or a producer. */
record Party(Sector sector, OrganisationStatus status, Set<SystemFunction> functions) {
  boolean isReady() {
    return status == OrganisationStatus.JOINED
        && functions.contains(SystemFunction.REGISTER_USAGE_RIGHT);
  }
}
