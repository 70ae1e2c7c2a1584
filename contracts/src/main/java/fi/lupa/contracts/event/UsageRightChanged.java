package fi.lupa.contracts.event;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PurchaseForm;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A register usage right was granted, amended or ended; the whole state of it after the change.
 *
 * @param end the last day it is valid (Helsinki time)
 * @param endedAt the moment it ended, once it has
 * @param powers null, as in events before powers could be chosen, means both
 * @param purchase null when it wasn't told how the service was bought
 * @param subcontractors null means none
 */
public record UsageRightChanged(
    UUID id,
    long version,
    Change change,
    ClientRef client,
    Oid organiser,
    Oid producer,
    Oid producerUnit,
    ServiceTask serviceTask,
    List<String> socialServices,
    LocalDate start,
    @Nullable LocalDate end,
    @Nullable Instant endedAt,
    @Nullable RightEndReason endReason,
    @Nullable Set<RightPower> powers,
    @Nullable Purchase purchase,
    @Nullable List<Subcontractor> subcontractors)
    implements Event {
  /** What the new version did. */
  public enum Change {
    GRANTED,
    AMENDED,
    ENDED
  }

  /**
   * How the service was bought.
   *
   * @param contract reference of the contract, an OID or a short code
   * @param decision reference of the decision, an OID or a short code
   */
  public record Purchase(PurchaseForm form, @Nullable String contract, @Nullable String decision) {}

  /**
   * A unit that uses the right on the producer's behalf (palveluntoteuttaja).
   *
   * @param socialServices empty means all that the right covers
   * @param end the last day; null means as long as the right
   */
  public record Subcontractor(
      Oid organisation,
      Oid unit,
      List<String> socialServices,
      LocalDate start,
      @Nullable LocalDate end) {}

  /** Whether the right lets its holder do this. */
  public boolean allows(RightPower power) {
    return powers == null || powers.contains(power);
  }

  /** Those named in the right; none when it says nothing of them. */
  public List<Subcontractor> subcontractorsOrNone() {
    return subcontractors == null ? List.of() : subcontractors;
  }
}
