package fi.lupa.audit.erasure;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.audit.entry.LogEntry.Kind;
import fi.lupa.audit.entry.LogRow;
import fi.lupa.audit.readmodel.Recorded;
import fi.lupa.audit.tree.EventKey;
import fi.lupa.audit.withholding.Withholdings;
import fi.lupa.contracts.ClientRef;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Erases an event's data, and keeps who had it done. */
@Repository
class ErasureStore {
  /** Locked first, so that of two who erase one event at once the second finds it erased. */
  private static final String FIND =
      "select event_id, time, type, data from event where event_id = $1 for update";

  /** In whose log it stands, if in anybody's, and whether the client may know of it now. */
  private static final String PLACE =
      """
      select client_ref, kind, NOT_WITHHELD as seen from log_entry
      where event_id = $1 and time = $2 and client_ref = $3
      """
          .replace("NOT_WITHHELD", Withholdings.notWithheldFromItsClient("$4"));

  private static final String CLEAR =
      "update event set data = null where event_id = $1 and time = $2";

  private static final String ADD =
      """
      insert into log_erasure (event_id, time, ground, decision, erased_by, erased_at)
      values ($1, $2, $3, $4, $5, $6)
      """;

  private final DatabaseClient db;
  private final JsonMapper json;
  private final Withholdings withholdings;

  ErasureStore(DatabaseClient db, JsonMapper json, Withholdings withholdings) {
    this.db = db;
    this.json = json;
    this.withholdings = withholdings;
  }

  /** An entry of a client's log. */
  record Place(ClientRef client, Kind kind) {}

  /** Where the client sees it; empty when it stands in no log or is withheld. */
  Mono<Place> seen(Recorded event) {
    return Mono.justOrEmpty(LogRow.of(event.event()))
        .flatMap(row ->
            on(PLACE, event.key())
                .bind(2, row.client().value())
                .bind(3, withholdings.today())
                .map(ErasureStore::place)
                .one())
        .flatMap(Mono::justOrEmpty);
  }

  private static Optional<Place> place(Readable row) {
    return required(row, "seen", Boolean.class)
        ? Optional.of(
            new Place(
                new ClientRef(required(row, "client_ref", UUID.class)),
                Kind.of(required(row, "kind", Integer.class))))
        : Optional.empty();
  }

  /** An event; empty inside when it is erased already. */
  Mono<Optional<Recorded>> find(UUID id) {
    return db.sql(FIND).bind(0, id).map(row -> Recorded.kept(row, json)).first();
  }

  Mono<Void> clear(EventKey event) {
    return on(CLEAR, event).then();
  }

  Mono<Void> add(EventKey event, Order order, String by, Instant at) {
    return on(ADD, event)
        .bind(2, order.ground().name())
        .bind(3, order.decision())
        .bind(4, by)
        .bind(5, at.atOffset(ZoneOffset.UTC))
        .then();
  }

  private DatabaseClient.GenericExecuteSpec on(String sql, EventKey event) {
    OffsetDateTime time = event.time().atOffset(ZoneOffset.UTC);
    return db.sql(sql).bind(0, event.id()).bind(1, time);
  }
}
