package fi.lupa.platform.outbox;

import fi.lupa.platform.sql.Rows;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/** The relay's side of the outbox table. Blocks: only the relay's own thread calls it. */
class OutboxStore {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String LEASE =
      """
      insert into outbox_lease (name, holder, expires_at)
      values ('relay', $1, now() + make_interval(secs => $2))
      on conflict (name) do update
        set holder = excluded.holder, expires_at = excluded.expires_at
        where outbox_lease.holder = excluded.holder or outbox_lease.expires_at < now()
      returning holder
      """;

  /**
   * Everything that began before this moment is committed or gone; what comes later is stamped
   * later.
   */
  private static final String HORIZON =
      """
      select least(now(), min(xact_start)) as horizon
      from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
      """;

  private static final String NEXT =
      """
      select id, aggregatetype, aggregateid, type, payload, occurred_at, traceparent
      from outbox order by position limit $1
      """;

  private final DatabaseClient db;

  OutboxStore(DatabaseClient db) {
    this.db = db;
  }

  /** One row that waits. */
  record Row(
      UUID id,
      String topic,
      String key,
      String type,
      String payload,
      Instant time,
      @Nullable String traceparent) {}

  boolean lease(UUID holder, Duration time) {
    return db.sql(LEASE)
                .bind(0, holder)
                .bind(1, time.toMillis() / 1000.0)
                .fetch()
                .rowsUpdated()
                .block(PATIENCE)
            instanceof Long rows
        && rows == 1;
  }

  void release(UUID holder) {
    db.sql("delete from outbox_lease where name = 'relay' and holder = $1")
        .bind(0, holder)
        .then()
        .block(PATIENCE);
  }

  Instant horizon() {
    return Objects.requireNonNull(
        db.sql(HORIZON)
            .map(row -> Rows.required(row, "horizon", Instant.class))
            .one()
            .block(PATIENCE));
  }

  List<Row> next(int limit) {
    return Objects.requireNonNull(
        db.sql(NEXT).bind(0, limit).map(OutboxStore::row).all().collectList().block(PATIENCE));
  }

  void delete(List<Row> rows) {
    db.sql("delete from outbox where id = any($1)")
        .bind(0, rows.stream().map(Row::id).toArray(UUID[]::new))
        .then()
        .block(PATIENCE);
  }

  private static Row row(Readable row) {
    return new Row(
        Rows.required(row, "id", UUID.class),
        Rows.required(row, "aggregatetype", String.class),
        Rows.required(row, "aggregateid", String.class),
        Rows.required(row, "type", String.class),
        Rows.required(row, "payload", String.class),
        Rows.required(row, "occurred_at", Instant.class),
        Rows.optional(row, "traceparent", String.class));
  }
}
