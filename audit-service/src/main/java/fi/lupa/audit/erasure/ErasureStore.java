package fi.lupa.audit.erasure;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.audit.entry.LogEntry.Kind;
import fi.lupa.audit.tree.EventKey;
import fi.lupa.audit.withholding.Withholdings;
import fi.lupa.contracts.ClientRef;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Erases an event's data, and keeps who had it done. */
@Repository
class ErasureStore {
  /** Locked first, so that of two who erase one event at once the second finds it erased. */
  private static final String FIND =
      "select event_id, time, data is null as erased from event where event_id = $1 for update";

  /** In whose log it stands, if in anybody's, and whether the client may know of it now. */
  private static final String PLACE =
      """
      select client_ref, kind, NOT_WITHHELD as seen from log_entry where event_id = $1 and time = $2
      """
          .replace("NOT_WITHHELD", Withholdings.notWithheldFromItsClient("$3"));

  private static final String CLEAR =
      "update event set data = null where event_id = $1 and time = $2";

  private static final String UNPLACE = "delete from log_entry where event_id = $1 and time = $2";

  private static final String ADD =
      """
      insert into log_erasure (event_id, time, ground, decision, erased_by, erased_at)
      values ($1, $2, $3, $4, $5, $6)
      """;

  private final DatabaseClient db;
  private final Withholdings withholdings;

  ErasureStore(DatabaseClient db, Withholdings withholdings) {
    this.db = db;
    this.withholdings = withholdings;
  }

  /** An entry of a client's log. */
  record Place(ClientRef client, Kind kind) {}

  /** Where the client sees it; empty when it stands in no log or is withheld. */
  Mono<Place> seen(EventKey event) {
    return on(PLACE, event)
        .bind(2, withholdings.today())
        .map(row ->
            required(row, "seen", Boolean.class)
                ? Optional.of(
                    new Place(
                        new ClientRef(required(row, "client_ref", UUID.class)),
                        Kind.of(required(row, "kind", Integer.class))))
                : Optional.<Place>empty())
        .one()
        .flatMap(Mono::justOrEmpty);
  }

  record Found(EventKey event, boolean erased) {}

  Mono<Found> find(UUID id) {
    return db.sql(FIND)
        .bind(0, id)
        .map(row ->
            new Found(
                new EventKey(
                    required(row, "event_id", UUID.class), required(row, "time", Instant.class)),
                required(row, "erased", Boolean.class)))
        .first();
  }

  Mono<Void> clear(EventKey event) {
    return on(CLEAR, event).then();
  }

  /** Takes it out of its client's log; for each read model that there is. */
  Mono<Void> unplace(EventKey event) {
    return on(UNPLACE, event).then();
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
