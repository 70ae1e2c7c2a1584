package fi.lupa.audit.readmodel;

import fi.lupa.audit.entry.LogRowColumns;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Places of events in clients' logs. */
@Repository
class EntryStore {
  private static final String PLACE =
      """
      insert into log_entry (client_ref, time, event_id, organisation, controllers, kind, basis, tasks)
      select client_ref, time, event_id, organisation, controllers::uuid[], kind, basis, tasks
      from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::uuid[], $5::text[], $6::int[], $7::int[], $8::int[])
        as one (event_id, time, client_ref, organisation, controllers, kind, basis, tasks)
      where client_ref is not null
      on conflict do nothing
      """;

  private static final String REMOVE =
      """
      delete from log_entry
      using unnest($1::uuid[], $2::timestamptz[], $3::uuid[]) as one (event_id, time, client_ref)
      where log_entry.client_ref = one.client_ref and log_entry.time = one.time
        and log_entry.event_id = one.event_id
      """;

  private final DatabaseClient db;

  EntryStore(DatabaseClient db) {
    this.db = db;
  }

  Mono<Void> remove(List<Recorded> events) {
    LogRowColumns rows = LogRowColumns.of(events.stream().map(Recorded::event).toList());
    return db.sql(REMOVE)
        .bind(0, events.stream().map(Recorded::id).toArray(UUID[]::new))
        .bind(1, times(events))
        .bind(2, rows.clients())
        .then();
  }

  Mono<Void> place(List<Recorded> events) {
    LogRowColumns rows = LogRowColumns.of(events.stream().map(Recorded::event).toList());
    return db.sql(PLACE)
        .bind(0, events.stream().map(Recorded::id).toArray(UUID[]::new))
        .bind(1, times(events))
        .bind(2, rows.clients())
        .bind(3, rows.organisations())
        .bind(4, rows.controllers())
        .bind(5, rows.kinds())
        .bind(6, rows.bases())
        .bind(7, rows.tasks())
        .then();
  }

  private static OffsetDateTime[] times(List<Recorded> events) {
    return events.stream()
        .map(one -> one.time().atOffset(ZoneOffset.UTC))
        .toArray(OffsetDateTime[]::new);
  }
}
