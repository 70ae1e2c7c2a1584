package fi.lupa.authorization.organisation;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.SystemFunction;
import fi.lupa.contracts.event.OrganisationChanged;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A provider of social or health care as it stands after a change; also how it is answered.
 *
 * @param version 1 when registered, one more with each change
 * @param units its open service units, in the order of their OIDs
 */
public record Organisation(
    Oid oid,
    long version,
    String businessId,
    LocalizedText name,
    Sector sector,
    Ownership ownership,
    OrganisationStatus status,
    SortedSet<SystemFunction> functions,
    List<Unit> units,
    Instant changedAt) {

  public static Organisation of(
      Oid oid, long version, OrganisationDetails details, Instant changedAt) {
    return new Organisation(
        oid,
        version,
        details.businessId(),
        details.name(),
        details.sector(),
        details.ownership(),
        details.status(),
        new TreeSet<>(details.functions()),
        details.units().stream().sorted(Comparator.comparing(Unit::oid)).toList(),
        changedAt);
  }

  /** What the other services are told. */
  public OrganisationChanged event() {
    return new OrganisationChanged(
        oid,
        version,
        businessId,
        name,
        sector,
        ownership,
        status,
        functions,
        units.stream().map(unit -> new OrganisationChanged.Unit(unit.oid(), unit.name())).toList(),
        null);
  }
}
