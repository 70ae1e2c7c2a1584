package fi.lupa.authorization.organisation.register;

import fi.lupa.authorization.organisation.OrganisationDetails;
import fi.lupa.authorization.organisation.Unit;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.SystemFunction;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a registration. */
record OrganisationRegistration(
    Oid oid,
    String businessId,
    LocalizedText name,
    Sector sector,
    Ownership ownership,
    OrganisationStatus status,
    Set<SystemFunction> functions,
    List<Unit> units,
    @Nullable Oid mainJoiner) {
  OrganisationDetails details() {
    return new OrganisationDetails(
        businessId, name, sector, ownership, status, functions, units, mainJoiner);
  }
}
