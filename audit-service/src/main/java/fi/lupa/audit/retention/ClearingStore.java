package fi.lupa.audit.retention;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.audit.readmodel.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Finds what is due, and clears it. */
@Repository
class ClearingStore {
  private static final String MARK =
      "update log_start set cleared_until = greatest(cleared_until, $1)";

  private static final String MONTHS =
      """
      select right(c.relname, 7) as month from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'event'::regclass and right(c.relname, 7) <= to_char($1 at time zone 'UTC', 'YYYY_MM')
      order by month
      """;

  /** In order of the event's id, as the key is within a month. */
  private static final String END =
      """
      select event_id from event
      where time >= $1 and time < $2 and event_id > $3
      order by event_id offset $4 limit 1
      """;

  /**
   * What another instance is just clearing is passed over. Nothing before old events have become
   * leaves: a clearing names one.
   */
  private static final String CHUNK =
      """
      select event_id, time, type, data from event
      where time >= $1 and time < least($2, $3) and event_id > $4 and event_id <= $5 and data is not null
        and why_still_needed(type, data, $3, $6) is null and not exists (select from log_backfill)
      for update of event skip locked
      """;

  private static final String CLEAR =
      """
      update event set data = null
      from unnest($1::uuid[], $2::timestamptz[]) as one (event_id, time)
      where event.event_id = one.event_id and event.time = one.time
      """;

  private final DatabaseClient db;
  private final JsonMapper json;

  ClearingStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** Before anything from before that moment is cleared: coverage promises it no longer. */
  Mono<Void> mark(Instant due) {
    return db.sql(MARK).bind(0, utc(due)).then();
  }

  /** The months that begin before that moment, the oldest first. */
  Mono<List<YearMonth>> months(Instant due) {
    return db.sql(MONTHS)
        .bind(0, utc(due))
        .map(row -> YearMonth.parse(required(row, "month", String.class).replace('_', '-')))
        .all()
        .collectList();
  }

  /** The last of the next so many events of a month; empty when there aren't as many. */
  Mono<UUID> end(YearMonth month, UUID after, int events) {
    return db.sql(END)
        .bind(0, start(month))
        .bind(1, start(month.plusMonths(1)))
        .bind(2, after)
        .bind(3, events - 1)
        .map(row -> required(row, "event_id", UUID.class))
        .one();
  }

  /** Those of a month's events that are due, between two ids; nobody else clears them. */
  Mono<List<Recorded>> due(YearMonth month, UUID after, UUID end, Instant due, LocalDate today) {
    return db.sql(CHUNK)
        .bind(0, start(month))
        .bind(1, start(month.plusMonths(1)))
        .bind(2, utc(due))
        .bind(3, after)
        .bind(4, end)
        .bind(5, today)
        .map(row -> Recorded.of(row, json))
        .all()
        .collectList();
  }

  Mono<Void> clear(List<Recorded> events) {
    return db.sql(CLEAR)
        .bind(0, events.stream().map(Recorded::id).toArray(UUID[]::new))
        .bind(1, events.stream().map(one -> utc(one.time())).toArray(OffsetDateTime[]::new))
        .then();
  }

  private static OffsetDateTime start(YearMonth month) {
    return month.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
