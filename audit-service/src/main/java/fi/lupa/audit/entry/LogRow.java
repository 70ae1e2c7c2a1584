package fi.lupa.audit.entry;

import fi.lupa.audit.entry.LogEntry.Kind;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.BreakGlassReviewed;
import fi.lupa.contracts.event.ClientLinked;
import fi.lupa.contracts.event.Controller;
import fi.lupa.contracts.event.DisclosureNoticed;
import fi.lupa.contracts.event.DocumentDestroyed;
import fi.lupa.contracts.event.DocumentStored;
import fi.lupa.contracts.event.DocumentVoided;
import fi.lupa.contracts.event.EntryErased;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.GuardianProhibitionChanged;
import fi.lupa.contracts.event.InformingRecorded;
import fi.lupa.contracts.event.LogRequestChanged;
import fi.lupa.contracts.event.LogSearched;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.PermitChanged;
import fi.lupa.contracts.event.ProhibitionChanged;
import fi.lupa.contracts.event.RecordsQueried;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.contracts.event.RepresentativeViewed;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.contracts.event.VisibilitySearched;
import fi.lupa.contracts.event.Watermark;
import fi.lupa.contracts.event.WithholdingChanged;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the read model keeps of an event: in whose log it stands and what it can be found by. The
 * only way from an event to a row of {@code log_entry}, for ingest and for every rebuild.
 *
 * @param organisation who acted, as {@link LogEntry#organisation()}; null when the client did
 * @param controllers whose registers it concerned: they may have to withhold it (Act 703/2023 11 §)
 * @param basis null where the event stands on none
 * @param tasks the service tasks of what was given, stored or granted; empty for all others
 */
public record LogRow(
    ClientRef client,
    Kind kind,
    @Nullable Oid organisation,
    List<Oid> controllers,
    @Nullable Basis basis,
    Set<ServiceTask> tasks) {

  /** The row of an event; empty for events that stand in nobody's log. */
  public static Optional<LogRow> of(Event event) {
    return switch (event) {
      case RecordsQueried e -> Optional.of(access(e));
      case DocumentStored e ->
          row(
              e.client(),
              Kind.DOCUMENT_STORED,
              e.requester().organisation(),
              e.controller(),
              e.basis(),
              e.serviceTasks());
      case DocumentVoided e ->
          row(
              e.client(),
              Kind.DOCUMENT_VOIDED,
              e.requester().organisation(),
              e.controller(),
              e.basis(),
              e.serviceTasks());
      case DocumentDestroyed e ->
          row(
              e.client(),
              Kind.DOCUMENT_DESTROYED,
              e.controller().organisation(),
              e.controller(),
              null,
              e.serviceTasks());
      case VisibilitySearched e ->
          row(
              e.client(),
              Kind.VISIBILITY_SEARCHED,
              e.requester().organisation(),
              e.controller(),
              null,
              e.serviceTasks());
      case DisclosureNoticed e ->
          row(
              e.client(),
              Kind.DISCLOSURE_NOTICE,
              e.requester().organisation(),
              e.controller(),
              Basis.DISCLOSURE,
              e.serviceTasks());
      case LogRequestChanged e ->
          plain(e.client(), Kind.LOG_REQUEST, e.controller().organisation());
      case LogSearched e -> plain(e.client(), Kind.LOG_READ, e.requester().organisation());
      case UsageRightChanged e ->
          Optional.of(
              new LogRow(
                  e.client(),
                  Kind.RIGHT,
                  e.producer(),
                  List.of(e.organiser()),
                  null,
                  Set.of(e.serviceTask())));
      case ClientLinked e -> plain(e.client(), Kind.CLIENT_LINKED, e.organiser());
      case InformingRecorded e -> plain(e.client(), Kind.DECLARATION, e.recorder());
      case PermitChanged e -> plain(e.client(), Kind.DECLARATION, e.recorder());
      case ProhibitionChanged e -> plain(e.client(), Kind.DECLARATION, e.recorder());
      case GuardianProhibitionChanged e -> plain(e.client(), Kind.DECLARATION, e.recorder());
      case RepresentativeViewed e -> plain(e.client(), Kind.REPRESENTATIVE_VIEWED, null);
      case BreakGlassReviewed e ->
          plain(e.client(), Kind.BREAK_GLASS_REVIEWED, e.controller().organisation());
      case RepresentationChanged e -> plain(e.client(), Kind.REPRESENTATION, null);
      case EntryErased e -> plain(e.client(), Kind.ERASED, null);
      case OrganisationChanged e -> Optional.empty();
      case WithholdingChanged e -> Optional.empty();
      case Watermark e -> Optional.empty();
    };
  }

  /** One bit for each service task; what a bit means never changes. */
  public static int bits(Collection<ServiceTask> tasks) {
    return tasks.stream().mapToInt(LogRow::bit).reduce(0, (one, other) -> one | other);
  }

  /** The number that stands for a basis, 0 for none; what a number means never changes. */
  public static int code(@Nullable Basis basis) {
    return switch (basis) {
      case null -> 0;
      case OWN_REGISTER -> 1;
      case REGISTER_USAGE_RIGHT -> 2;
      case DISCLOSURE -> 3;
    };
  }

  private static int bit(ServiceTask task) {
    return switch (task) {
      case FAMILIES -> 1;
      case WORKING_AGE -> 2;
      case OLDER_PEOPLE -> 4;
      case FAMILY_LAW -> 8;
      case CHILD_PROTECTION -> 16;
      case SUBSTANCE_ABUSE -> 32;
      case DISABILITY -> 64;
    };
  }

  private static LogRow access(RecordsQueried event) {
    return new LogRow(
        event.client(),
        Boolean.TRUE.equals(event.breakGlass()) ? Kind.BREAK_GLASS : Kind.ACCESS,
        event.requester().organisation(),
        event.controllers().stream().map(Controller::organisation).distinct().toList(),
        event.basis(),
        event.documents().stream()
            .flatMap(group -> group.serviceTasks().stream())
            .collect(Collectors.toSet()));
  }

  private static Optional<LogRow> row(
      ClientRef client,
      Kind kind,
      Oid organisation,
      Controller controller,
      @Nullable Basis basis,
      Set<ServiceTask> tasks) {
    return Optional.of(
        new LogRow(client, kind, organisation, List.of(controller.organisation()), basis, tasks));
  }

  private static Optional<LogRow> plain(ClientRef client, Kind kind, @Nullable Oid organisation) {
    return Optional.of(
        new LogRow(
            client,
            kind,
            organisation,
            organisation == null ? List.of() : List.of(organisation),
            null,
            Set.of()));
  }
}
