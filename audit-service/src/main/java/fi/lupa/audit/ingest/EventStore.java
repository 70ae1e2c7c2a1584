package fi.lupa.audit.ingest;

import fi.lupa.audit.entry.LogRowColumns;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes a batch of events and their places in clients' logs, in one statement. */
@Repository
class EventStore {
  private static final String ADD =
      """
      with incoming as (
        select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::text[],
          $8::int[], $9::int[], $10::int[])
          as one (event_id, time, type, data, client_ref, organisation, controllers, kind, basis, tasks)
      ), kept as (
        insert into event (event_id, time, type, data)
        select event_id, time, type, data from incoming
        on conflict do nothing
        returning event_id
      ), placed as (
        insert into log_entry (client_ref, time, event_id, organisation, controllers, kind, basis, tasks)
        select client_ref, time, event_id, organisation, controllers::uuid[], kind, basis, tasks
        from incoming where client_ref is not null
        on conflict do nothing
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
    LogRowColumns rows = LogRowColumns.of(events.stream().map(Reading.Taken::event).toList());
    return db.sql(ADD)
        .bind(0, events.stream().map(Reading.Taken::id).toArray(UUID[]::new))
        .bind(1, events.stream().map(EventStore::time).toArray(OffsetDateTime[]::new))
        .bind(2, events.stream().map(Reading.Taken::type).toArray(String[]::new))
        .bind(3, events.stream().map(Reading.Taken::data).toArray(String[]::new))
        .bind(4, rows.clients())
        .bind(5, rows.organisations())
        .bind(6, rows.controllers())
        .bind(7, rows.kinds())
        .bind(8, rows.bases())
        .bind(9, rows.tasks())
        .map(row -> Objects.requireNonNull(row.get("kept", Long.class)))
        .one();
  }

  private static OffsetDateTime time(Reading.Taken event) {
    return event.time().atOffset(ZoneOffset.UTC);
  }
}
