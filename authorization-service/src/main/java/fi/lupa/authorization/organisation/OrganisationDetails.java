package fi.lupa.authorization.organisation;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.SystemFunction;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the operator states of an organisation.
 *
 * @param businessId Finnish business id (Y-tunnus), check digit verified
 * @param functions what its system is certified for
 * @param units its open service units
 * @param mainJoiner whom it joins with, for a co-joiner; null for all others
 */
public record OrganisationDetails(
    String businessId,
    LocalizedText name,
    Sector sector,
    Ownership ownership,
    OrganisationStatus status,
    Set<SystemFunction> functions,
    List<Unit> units,
    @Nullable Oid mainJoiner) {
  /** The same with another status and other functions. */
  public OrganisationDetails with(OrganisationStatus next, Set<SystemFunction> certified) {
    return new OrganisationDetails(
        businessId, name, sector, ownership, next, certified, units, mainJoiner);
  }
}
