package fi.lupa.contracts.event;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.PermitState;
import fi.lupa.contracts.RecipientType;
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
    Instant changedAt)
    implements Event {
  /**
   * What a permit from social care to health care covers (decree 457/2024 25 § 2-3). The days bound
   * when the data were recorded, both included; an absent one leaves that side open.
   */
  public record Target(
      Recipient recipient,
      Set<ServiceTask> serviceTasks,
      @Nullable LocalDate recordedFrom,
      @Nullable LocalDate recordedTo) {}

  /** Who may receive; the organisation is named for a state unit and a private provider. */
  public record Recipient(RecipientType type, @Nullable Oid organisation) {}
}
