package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.event.OrganisationChanged;
import java.util.Set;

/**
 * The task that a professional asks in (decree 457/2024 10 §), as {@code codesets/roles.yaml} has
 * it.
 *
 * @param ownership in whose organisations there is such a task
 * @param wideSearch whether the task may search widely by an authority's right
 * @param contactData whether the task needs a protected client's contact data
 * @param scope what it sees
 */
public record Role(
    String key,
    Sector sector,
    Set<Ownership> ownership,
    boolean wideSearch,
    boolean contactData,
    RoleScope scope) {

  /** Whether there is such a task in the organisation. */
  boolean fits(OrganisationChanged organisation) {
    return organisation.sector() == sector && ownership.contains(organisation.ownership());
  }
}
