package fi.lupa.consent.prohibition;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ProhibitionTarget;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.ProhibitionChanged.State;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;

/** Reads a row of {@code prohibition}. */
public final class ProhibitionRow {
  /** What a statement must select. */
  public static final String COLUMNS =
      "client_ref, id, version, state, target, controller, service_task, document, channel, set_at,"
          + " cancelled_at";

  private ProhibitionRow() {}

  @SuppressWarnings("NullAway") // only cancelled_at may be null
  public static Prohibition map(Readable row) {
    return new Prohibition(
        row.get("id", UUID.class),
        new ClientRef(row.get("client_ref", UUID.class)),
        row.get("version", Long.class),
        State.valueOf(row.get("state", String.class)),
        target(row),
        Channel.valueOf(row.get("channel", String.class)),
        row.get("set_at", Instant.class),
        row.get("cancelled_at", Instant.class));
  }

  @SuppressWarnings("NullAway") // the table's constraint target_fits
  private static Target target(Readable row) {
    return switch (ProhibitionTarget.valueOf(row.get("target", String.class))) {
      case CONTROLLER -> new Target.Controller(new Oid(row.get("controller", String.class)));
      case SERVICE_TASK ->
          new Target.Task(ServiceTask.valueOf(row.get("service_task", String.class)));
      case DOCUMENT -> new Target.Document(new Oid(row.get("document", String.class)));
    };
  }
}
