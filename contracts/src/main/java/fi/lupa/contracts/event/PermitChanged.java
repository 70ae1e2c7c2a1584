package fi.lupa.contracts.event;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PatientDataGroup;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.PermitState;
import fi.lupa.contracts.RecipientType;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure permit (luovutuslupa) was given, refused or withdrawn; the whole state after the
 * change. One per client and kind.
 *
 * @param representative by which right somebody else declared this for the client; absent when the
 *     client did
 */
public record PermitChanged(
    UUID id,
    long version,
    ClientRef client,
    PermitKind kind,
    PermitState state,
    List<Target> targets,
    String textVersion,
    Channel channel,
    @Nullable Oid recorder,
    Instant changedAt,
    @Nullable RepresentationRole representative)
    implements Event {
  /**
   * What a permit from one sector to the other covers (decree 457/2024 25 §). The days bound when
   * the data were recorded, both included; an absent one leaves that side open.
   *
   * @param serviceTasks whose documents go to health care; empty in a permit to social care
   * @param dataGroups which patient data go to social care; null or empty in other permits
   */
  public record Target(
      Recipient recipient,
      Set<ServiceTask> serviceTasks,
      @Nullable LocalDate recordedFrom,
      @Nullable LocalDate recordedTo,
      @Nullable Set<PatientDataGroup> dataGroups) {
    /** Those named; none when the target says nothing of patient data. */
    public Set<PatientDataGroup> dataGroupsOrNone() {
      return dataGroups == null ? Set.of() : dataGroups;
    }
  }

  /** Who may receive; the organisation is named for a state unit and a private provider. */
  public record Recipient(RecipientType type, @Nullable Oid organisation) {}
}
