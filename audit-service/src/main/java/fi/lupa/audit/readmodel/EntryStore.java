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

  private final DatabaseClient db;

  EntryStore(DatabaseClient db) {
    this.db = db;
  }

  Mono<Void> place(List<Recorded> events) {
    LogRowColumns rows = LogRowColumns.of(events.stream().map(Recorded::event).toList());
    return db.sql(PLACE)
        .bind(0, events.stream().map(Recorded::id).toArray(UUID[]::new))
        .bind(
            1,
            events.stream()
                .map(one -> one.time().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new))
        .bind(2, rows.clients())
        .bind(3, rows.organisations())
        .bind(4, rows.controllers())
        .bind(5, rows.kinds())
        .bind(6, rows.bases())
        .bind(7, rows.tasks())
        .then();
  }
}
