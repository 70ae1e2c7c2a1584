package fi.lupa.audit.ingest;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.audit.tree.EventKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes a batch of events, in one statement. */
@Repository
class EventStore {
  private static final String ADD =
      """
      with kept as (
        insert into event (event_id, time, type, data)
        select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[]) as one (event_id, time, type, data)
        where not exists (select from log_month_dropped where month = date_trunc('month', one.time at time zone 'UTC'))
        on conflict do nothing
        returning event_id, time
      )
      select event_id, time from kept
      """;

  private final DatabaseClient db;

  EventStore(DatabaseClient db) {
    this.db = db;
  }

  /**
   * Gives the new ones; an event that is there already is passed over, and one of a month that was
   * dropped: it was there, or its time is over.
   */
  Mono<Set<EventKey>> add(List<Reading.Taken> events) {
    if (events.isEmpty()) {
      return Mono.just(Set.of());
    }
    return db.sql(ADD)
        .bind(0, events.stream().map(Reading.Taken::id).toArray(UUID[]::new))
        .bind(1, events.stream().map(EventStore::time).toArray(OffsetDateTime[]::new))
        .bind(2, events.stream().map(Reading.Taken::type).toArray(String[]::new))
        .bind(3, events.stream().map(Reading.Taken::data).toArray(String[]::new))
        .map(row ->
            new EventKey(
                required(row, "event_id", UUID.class), required(row, "time", Instant.class)))
        .all()
        .collect(Collectors.toSet());
  }

  private static OffsetDateTime time(Reading.Taken event) {
    return event.time().atOffset(ZoneOffset.UTC);
  }
}
