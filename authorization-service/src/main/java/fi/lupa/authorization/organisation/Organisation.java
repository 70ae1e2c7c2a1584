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
import org.jspecify.annotations.Nullable;

/**
 * A provider of social or health care as it stands after a change; also how it is answered.
 *
 * @param version 1 when registered, one more with each change
 * @param status what the operator stated of it
 * @param units its open service units, in the order of their OIDs
 * @param mainJoiner whom it joins with; null for all but co-joiners
 * @param effectiveStatus what holds of a co-joiner, which depends on its main joiner; null for all
 *     others, of whom holds what was stated
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
    Instant changedAt,
    @Nullable Oid mainJoiner,
    @Nullable OrganisationStatus effectiveStatus) {

  /**
   * @param holds what holds of it
   */
  static Organisation of(
      Oid oid,
      long version,
      OrganisationDetails details,
      OrganisationStatus holds,
      Instant changedAt) {
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
        changedAt,
        details.mainJoiner(),
        details.mainJoiner() == null ? null : holds);
  }

  /** What holds of it, for rights and disclosures. */
  public OrganisationStatus holds() {
    return effectiveStatus == null ? status : effectiveStatus;
  }

  /** What was stated of it. */
  public OrganisationDetails details() {
    return new OrganisationDetails(
        businessId, name, sector, ownership, status, functions, units, mainJoiner);
  }

  /** The same with its main joiner's state changed. */
  Organisation following(OrganisationStatus main, Instant now) {
    return of(oid, version + 1, details(), JointJoiningRules.effective(status, main), now);
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
        holds(),
        functions,
        units.stream().map(Organisation::told).toList(),
        mainJoiner);
  }

  private static OrganisationChanged.Unit told(Unit unit) {
    return new OrganisationChanged.Unit(unit.oid(), unit.name(), null, unit.jointServices());
  }
}
