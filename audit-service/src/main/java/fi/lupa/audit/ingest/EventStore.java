package fi.lupa.audit.ingest;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
        select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[])
        on conflict do nothing
        returning event_id
      )
      select count(*) as kept from kept
      """;

  private final DatabaseClient db;

  EventStore(DatabaseClient db) {
    this.db = db;
  }

  /** Gives how many were new; an event that is there already is passed over. */
  Mono<Long> add(List<Reading.Taken> events) {
    if (events.isEmpty()) {
      return Mono.just(0L);
    }
    return db.sql(ADD)
        .bind(0, events.stream().map(Reading.Taken::id).toArray(UUID[]::new))
        .bind(1, events.stream().map(EventStore::time).toArray(OffsetDateTime[]::new))
        .bind(2, events.stream().map(Reading.Taken::type).toArray(String[]::new))
        .bind(3, events.stream().map(Reading.Taken::data).toArray(String[]::new))
        .map(row -> Objects.requireNonNull(row.get("kept", Long.class)))
        .one();
  }

  private static OffsetDateTime time(Reading.Taken event) {
    return event.time().atOffset(ZoneOffset.UTC);
  }
}
