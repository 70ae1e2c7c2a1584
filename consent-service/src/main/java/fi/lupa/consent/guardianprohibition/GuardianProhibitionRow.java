package fi.lupa.consent.guardianprohibition;

import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.consent.origin.Professional;
import fi.lupa.consent.origin.Recorder;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.GuardianProhibitionChanged;
import fi.lupa.contracts.event.GuardianProhibitionChanged.State;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Reads a row of {@code guardian_prohibition}, and binds who recorded one. */
public final class GuardianProhibitionRow {
  /** What a statement must select. */
  public static final String COLUMNS =
      "client_ref, id, version, state, guardian_ref, target, service_task, document, organisation,"
          + " decided_at, cancelled_at, reason, grounds";

  private GuardianProhibitionRow() {}

  public static GuardianProhibition map(Readable row) {
    UUID guardian = optional(row, "guardian_ref", UUID.class);
    return new GuardianProhibition(
        required(row, "id", UUID.class),
        new ClientRef(required(row, "client_ref", UUID.class)),
        required(row, "version", Long.class),
        State.valueOf(required(row, "state", String.class)),
        guardian == null ? null : new ClientRef(guardian),
        target(row),
        new Oid(required(row, "organisation", String.class)),
        required(row, "decided_at", Instant.class),
        optional(row, "cancelled_at", Instant.class),
        required(row, "reason", String.class),
        optional(row, "grounds", String.class));
  }

  /** Binds organisation, unit, professional's id, name and role. */
  public static GenericExecuteSpec bind(
      GenericExecuteSpec statement, int first, Oid organisation, Recorder recorder) {
    Professional professional = recorder.professional();
    return statement
        .bind(first, organisation.value())
        .bind(first + 1, recorder.unit().value())
        .bind(first + 2, professional.id())
        .bind(first + 3, professional.name())
        .bind(first + 4, professional.role());
  }

  private static Target target(Readable row) {
    return switch (GuardianProhibitionChanged.Target.valueOf(
        required(row, "target", String.class))) {
      case ALL -> new Target.All();
      case SERVICE_TASK ->
          new Target.Task(ServiceTask.valueOf(required(row, "service_task", String.class)));
      case DOCUMENT -> new Target.Document(new Oid(required(row, "document", String.class)));
    };
  }
}
