package fi.lupa.contracts.event;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.SystemFunction;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An organisation was registered or changed; the whole state of it after the change.
 *
 * @param mainJoiner the organisation it has joined under (yhteisliittyminen); null when it joined
 *     by itself
 */
public record OrganisationChanged(
    Oid oid,
    long version,
    String businessId,
    LocalizedText name,
    Sector sector,
    Ownership ownership,
    OrganisationStatus status,
    Set<SystemFunction> functions,
    List<Unit> units,
    @Nullable Oid mainJoiner)
    implements Event {
  /**
   * A service unit of the organisation.
   *
   * @param jointService told of a joint service point before {@code jointServices} could be; it
   *     doesn't say which service, so nothing is decided by it. Null in newer events
   * @param jointServices the services that social and health care give together there (Act 703/2023
   *     46 §); null, as in older events, means none
   */
  public record Unit(
      Oid oid,
      LocalizedText name,
      @Nullable Boolean jointService,
      @Nullable List<JointService> jointServices) {
    public Unit(Oid oid, LocalizedText name) {
      this(oid, name, null, null);
    }

    public List<JointService> jointServicesOrNone() {
      return jointServices == null ? List.of() : jointServices;
    }
  }

  /**
   * A service that the unit's staff give together with that of other organisations.
   *
   * @param serviceTasks at least one: in which it is given
   * @param socialServices codes of the social services it consists of; null or empty means all of
   *     those tasks
   * @param partners at least one: in whose registers the documents of the service are
   * @param start first day, in Finland
   * @param end last day; null means until further notice
   */
  public record JointService(
      List<ServiceTask> serviceTasks,
      @Nullable List<String> socialServices,
      List<Oid> partners,
      LocalDate start,
      @Nullable LocalDate end) {
    public List<String> socialServicesOrAll() {
      return socialServices == null ? List.of() : socialServices;
    }

    /** Both its first and its last day are days of the service. */
    public boolean isInForce(LocalDate day) {
      return !start.isAfter(day) && (end == null || !end.isBefore(day));
    }
  }
}
