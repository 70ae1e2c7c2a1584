package fi.lupa.contracts.event;

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
   * @param jointService true when social and health care give its service together (Act 703/2023 46
   *     §); null, as in events before it could be told, means no
   */
  public record Unit(Oid oid, LocalizedText name, @Nullable Boolean jointService) {
    public Unit(Oid oid, LocalizedText name) {
      this(oid, name, null);
    }

    /** Whether it is a joint service point. */
    public boolean givesJointService() {
      return Boolean.TRUE.equals(jointService);
    }
  }
}
