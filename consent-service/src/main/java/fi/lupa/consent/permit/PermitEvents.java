package fi.lupa.consent.permit;

import fi.lupa.consent.origin.Origin;
import fi.lupa.contracts.event.PermitChanged;

/** What the other services learn of a permit. */
public final class PermitEvents {
  private PermitEvents() {}

  /** The permit after its change; of the recorder only the organisation is told. */
  public static PermitChanged changed(Permit permit, Origin origin) {
    return new PermitChanged(
        permit.id(),
        permit.version(),
        permit.client(),
        permit.kind(),
        permit.state(),
        permit.targets().stream().map(PermitEvents::target).toList(),
        permit.textVersion(),
        permit.channel(),
        origin.organisation(),
        permit.changedAt(),
        origin.role());
  }

  private static PermitChanged.Target target(Target target) {
    return new PermitChanged.Target(
        new PermitChanged.Recipient(target.recipient().type(), target.recipient().organisation()),
        target.serviceTasks(),
        target.recordedFrom(),
        target.recordedTo(),
        target.dataGroups().isEmpty() ? null : target.dataGroups());
  }
}
