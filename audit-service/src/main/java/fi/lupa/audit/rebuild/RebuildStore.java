package fi.lupa.audit.rebuild;

import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.audit.readmodel.ReadModel;
import fi.lupa.audit.readmodel.Recorded;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Rebuilds, and how far the running one has read. */
@Repository
class RebuildStore {
  /**
   * Shorter than the second after which PostgreSQL looks for deadlocks: who waits for readers gives
   * way to them and tries again.
   */
  private static final String BRIEFLY = "select set_config('lock_timeout', '500ms', true)";

  private static final String ALONE = "select pg_advisory_xact_lock(%s)".formatted(ReadModel.LOCK);
  private static final String BEGIN =
      """
      insert into log_rebuild (id, started_at, started_by) values ($1, $2, $3)
      on conflict do nothing
      """;
  private static final String MARK = "update read_model set rebuilding = $1";
  private static final String MAKE = "select begin_rebuild()";
  private static final String SWITCH = "select switch_read_model()";
  private static final String FORGET = "drop schema if exists rebuild cascade";
  private static final String END =
      "update log_rebuild set state = $2, ended_at = $3 where id = $1 and state = 'RUNNING'";
  private static final String ONE =
      "select id, state, started_at, started_by, events, ended_at from log_rebuild where id = $1";

  /** Another instance that has it goes on with it; this one leaves it alone. */
  private static final String TURN =
      """
      select id, part, after from log_rebuild where state = 'RUNNING' for update skip locked
      """;

  private static final String NEXT_PART =
      """
      select min(c.relname::text) as part from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'event'::regclass and c.relname::text > $1
      """;

  /** Within a month the key is in order of the event's id; an erased event has no data. */
  private static final String CHUNK =
      """
      select event_id, time, type, data from event
      where time >= to_timestamp(right($1, 7) || ' +00', 'YYYY_MM TZH')
        and time < to_timestamp(right($1, 7) || ' +00', 'YYYY_MM TZH') + interval '1 month'
        and event_id > $2
      order by event_id limit $3
      """;

  private static final String ADVANCE =
      "update log_rebuild set part = $2, after = $3, events = events + $4 where id = $1";

  private final DatabaseClient db;
  private final JsonMapper json;

  RebuildStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** Where the running rebuild stands: after an event of a month. */
  record Place(UUID rebuild, String part, UUID after) {}

  /** In a transaction: from here on nobody else writes the read model until its end. */
  Mono<Void> alone() {
    return db.sql(BRIEFLY).then().then(db.sql(ALONE).then());
  }

  /** Gives whether it has begun; not while another runs. */
  Mono<Boolean> begin(UUID id, Instant at, String by) {
    return db.sql(BEGIN)
        .bind(0, id)
        .bind(1, at.atOffset(ZoneOffset.UTC))
        .bind(2, by)
        .fetch()
        .rowsUpdated()
        .filter(rows -> rows == 1)
        .flatMap(begun -> db.sql(MAKE).then().then(mark(true)).thenReturn(true))
        .defaultIfEmpty(false);
  }

  Mono<Void> switchOver() {
    return db.sql(SWITCH).then().then(mark(false));
  }

  Mono<Void> forget() {
    return db.sql(FORGET).then().then(mark(false));
  }

  /** Gives whether it was running until now. */
  Mono<Boolean> end(UUID id, Rebuild.State state, Instant at) {
    return db.sql(END)
        .bind(0, id)
        .bind(1, state.name())
        .bind(2, at.atOffset(ZoneOffset.UTC))
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  Mono<Rebuild> one(UUID id) {
    return db.sql(ONE).bind(0, id).map(RebuildStore::rebuild).one();
  }

  /** The running rebuild, for this transaction alone. */
  Mono<Place> turn() {
    return db.sql(TURN)
        .map(row ->
            new Place(
                required(row, "id", UUID.class),
                required(row, "part", String.class),
                required(row, "after", UUID.class)))
        .one();
  }

  /** The month after one; empty after the last. */
  Mono<String> partAfter(String part) {
    return db.sql(NEXT_PART)
        .bind(0, part)
        .map(row -> Optional.ofNullable(optional(row, "part", String.class)))
        .one()
        .flatMap(Mono::justOrEmpty);
  }

  /** Events of the place's month after it. */
  Mono<List<Row>> chunk(Place place, int limit) {
    return db.sql(CHUNK)
        .bind(0, place.part())
        .bind(1, place.after())
        .bind(2, limit)
        .map(this::row)
        .all()
        .collectList();
  }

  Mono<Void> advance(UUID id, String part, UUID after, int events) {
    return db.sql(ADVANCE).bind(0, id).bind(1, part).bind(2, after).bind(3, events).then();
  }

  /** A stored event; {@code recorded} is absent when it was erased. */
  record Row(UUID id, Optional<Recorded> recorded) {}

  private Row row(Readable row) {
    return new Row(required(row, "event_id", UUID.class), Recorded.kept(row, json));
  }

  private Mono<Void> mark(boolean rebuilding) {
    return db.sql(MARK).bind(0, rebuilding).then();
  }

  private static Rebuild rebuild(Readable row) {
    return new Rebuild(
        required(row, "id", UUID.class),
        Rebuild.State.valueOf(required(row, "state", String.class)),
        required(row, "started_at", Instant.class),
        required(row, "started_by", String.class),
        required(row, "events", Long.class),
        optional(row, "ended_at", Instant.class));
  }
}
