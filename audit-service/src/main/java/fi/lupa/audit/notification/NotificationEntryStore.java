package fi.lupa.audit.notification;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.ClientRef;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The entries that messages are still to be sent for. */
@Repository
class NotificationEntryStore {
  private static final String NOTE =
      """
      insert into notification_entry (client_ref, event_id)
      select distinct s.client_ref, e.event_id
      from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::boolean[]) as e (event_id, time, client_ref, statutory)
        left join client_link link on link.former_ref = e.client_ref and link.linked
        join notification_subscription s on s.client_ref = coalesce(link.client_ref, e.client_ref)
      where s.given_up_at is null and s.confirmed_at is not null and e.time > s.since and (e.statutory or s.what = 'ALL_ACCESSES')
      on conflict do nothing
      """;

  /** What another instance took and hasn't answered for in time is taken again. */
  private static final String CLAIM =
      """
      with due as (
        select client_ref from notification_subscription s
        where given_up_at is null and confirmed_at is not null and not_before <= $1 and (lease_until is null or lease_until <= $1)
          and exists (select from notification_entry e where e.client_ref = s.client_ref)
        order by not_before
        limit $3
        for update skip locked
      ), claimed as (
        update notification_subscription s set lease_until = $2 from due where s.client_ref = due.client_ref
        returning s.client_ref, s.channel, s.address, s.language, s.attempts
      )
      select claimed.*, array(
          select event_id from notification_entry e where e.client_ref = claimed.client_ref) as entries
      from claimed
      """;

  private static final String TAKEN =
      "delete from notification_entry where client_ref = $1 and event_id = any($2)";
  private static final String SENT =
      """
      update notification_subscription
      set attempts = 0, lease_until = null, last_sent_at = $2, not_before = $3 where client_ref = $1
      """;
  private static final String NOTHING_TO_TELL =
      "update notification_subscription set lease_until = null where client_ref = $1";
  private static final String FAILED =
      """
      update notification_subscription
      set attempts = attempts + 1, lease_until = null, not_before = $2,
        given_up_at = case when attempts + 1 >= $3 then $4 end
      where client_ref = $1
      returning given_up_at is not null as given_up
      """;

  private final DatabaseClient db;

  NotificationEntryStore(DatabaseClient db) {
    this.db = db;
  }

  /** In the transaction that keeps the events for the first time; all lists have one order. */
  Mono<Void> note(UUID[] events, OffsetDateTime[] times, UUID[] clients, Boolean[] statutory) {
    return db.sql(NOTE).bind(0, events).bind(1, times).bind(2, clients).bind(3, statutory).then();
  }

  /** Takes messages that are due, for this instance until the lease ends. */
  Mono<List<Due>> claim(Instant now, Duration lease, int limit) {
    return db.sql(CLAIM)
        .bind(0, now)
        .bind(1, now.plus(lease))
        .bind(2, limit)
        .map(NotificationEntryStore::due)
        .all()
        .collectList();
  }

  /** The other side took it; in a transaction. */
  Mono<Void> sent(Due due, Instant now, Duration quiet) {
    return taken(due)
        .then(
            db.sql(SENT)
                .bind(0, due.client().value())
                .bind(1, now)
                .bind(2, now.plus(quiet))
                .then());
  }

  /** Nothing of it is shown to the client any more; in a transaction. */
  Mono<Void> nothingToTell(Due due) {
    return taken(due).then(db.sql(NOTHING_TO_TELL).bind(0, due.client().value()).then());
  }

  /** It failed; says whether that was the last time it was tried. */
  Mono<Boolean> failed(Due due, Instant again, int most, Instant now) {
    return db.sql(FAILED)
        .bind(0, due.client().value())
        .bind(1, again)
        .bind(2, most)
        .bind(3, now)
        .map(row -> required(row, "given_up", Boolean.class))
        .one();
  }

  private Mono<Void> taken(Due due) {
    return db.sql(TAKEN)
        .bind(0, due.client().value())
        .bind(1, due.entries().toArray(UUID[]::new))
        .then();
  }

  private static Due due(Readable row) {
    return new Due(
        new ClientRef(required(row, "client_ref", UUID.class)),
        NotificationChannel.valueOf(required(row, "channel", String.class)),
        required(row, "address", byte[].class),
        required(row, "language", String.class),
        required(row, "attempts", Integer.class),
        List.of(required(row, "entries", UUID[].class)));
  }
}
