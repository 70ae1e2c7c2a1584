package fi.lupa.audit.notification;

import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.audit.notification.Confirmation.Outcome;
import fi.lupa.contracts.ClientRef;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Codes that confirm addresses: to be sent, sent, told. */
@Repository
class CodeStore {
  /** A new code ends the one before; no row comes back when there were too many. */
  private static final String ASK =
      """
      insert into notification_code (client_ref, sealed, ends_at, counted_from, asked)
      values ($1, $2, $3, $4, 1)
      on conflict (client_ref) do update
        set sealed = excluded.sealed, ends_at = excluded.ends_at, tries = 0, lease_until = null, sent_at = null,
          counted_from = case when notification_code.counted_from <= $5 then excluded.counted_from else notification_code.counted_from end,
          asked = case when notification_code.counted_from <= $5 then 1 else notification_code.asked + 1 end
        where notification_code.counted_from <= $5 or notification_code.asked < $6
      returning asked
      """;

  private static final String FORGET =
      "update notification_code set sealed = null where client_ref = $1";
  private static final String HOLD =
      "select sealed, tries, ends_at from notification_code where client_ref = $1 for update";
  private static final String WRONG =
      "update notification_code set tries = tries + 1 where client_ref = $1";
  private static final String CONFIRM =
      """
      with told as (
        update notification_code set sealed = null where client_ref = $1
      )
      update notification_subscription set confirmed_at = $2, since = $2, not_before = $2 where client_ref = $1
      """;

  /**
   * What another instance took and hasn't answered for in time is taken again, while it is of use.
   */
  private static final String CLAIM =
      """
      with due as (
        select client_ref from notification_code
        where sealed is not null and sent_at is null and ends_at > $1 and (lease_until is null or lease_until <= $1)
        order by ends_at
        limit $3
        for update skip locked
      ), claimed as (
        update notification_code c set lease_until = $2 from due where c.client_ref = due.client_ref
        returning c.client_ref, c.sealed
      )
      select claimed.client_ref, claimed.sealed, s.address, s.language
      from claimed join notification_subscription s on s.client_ref = claimed.client_ref and s.channel = 'EMAIL'
      """;

  private static final String SENT =
      "update notification_code set sent_at = $2 where client_ref = $1 and sealed = $3";

  private final DatabaseClient db;
  private final SealedAddresses seals;

  CodeStore(DatabaseClient db, SealedAddresses seals) {
    this.db = db;
    this.seals = seals;
  }

  /** A code to be sent. */
  record ToSend(ClientRef client, byte[] sealedCode, byte[] sealedAddress, String language) {}

  private record Held(@Nullable String code, int tries, Instant endsAt) {}

  /** A new code is to be sent; false when the client has had too many. */
  Mono<Boolean> ask(ClientRef client, Instant now) {
    return db.sql(ASK)
        .bind(0, client.value())
        .bind(1, seals.seal(client, Confirmation.code()))
        .bind(2, now.plus(Confirmation.LIFE))
        .bind(3, now)
        .bind(4, now.minus(Confirmation.DAY))
        .bind(5, Confirmation.CODES)
        .map(_ -> true)
        .one()
        .defaultIfEmpty(false);
  }

  /** There is nothing to tell any more. */
  Mono<Void> forget(ClientRef client) {
    return db.sql(FORGET).bind(0, client.value()).then();
  }

  /** What a told code comes to; in a transaction, whose end counts a wrong one. */
  Mono<Outcome> tell(ClientRef client, String told, Instant now) {
    return db.sql(HOLD)
        .bind(0, client.value())
        .map(row -> held(client, row))
        .one()
        .map(held -> Confirmation.told(held.code(), told, held.tries(), held.endsAt(), now))
        .defaultIfEmpty(Outcome.OVER)
        .flatMap(outcome ->
            (switch (outcome) {
                  case CONFIRMED ->
                      db.sql(CONFIRM).bind(0, client.value()).bind(1, now).fetch().rowsUpdated();
                  case WRONG -> db.sql(WRONG).bind(0, client.value()).fetch().rowsUpdated();
                  case OVER -> Mono.just(1L);
                })
                .thenReturn(outcome));
  }

  private Held held(ClientRef client, Readable row) {
    byte[] sealed = optional(row, "sealed", byte[].class);
    return new Held(
        sealed == null ? null : seals.open(client, sealed),
        required(row, "tries", Integer.class),
        required(row, "ends_at", Instant.class));
  }

  /** Takes codes to send, for this instance until the lease ends. */
  Mono<List<ToSend>> claim(Instant now, Duration lease, int limit) {
    return db.sql(CLAIM)
        .bind(0, now)
        .bind(1, now.plus(lease))
        .bind(2, limit)
        .map(row ->
            new ToSend(
                new ClientRef(required(row, "client_ref", UUID.class)),
                required(row, "sealed", byte[].class),
                required(row, "address", byte[].class),
                required(row, "language", String.class)))
        .all()
        .collectList();
  }

  /** The other side took it; a newer code stays to be sent. */
  Mono<Void> sent(ToSend code, Instant now) {
    return db.sql(SENT)
        .bind(0, code.client().value())
        .bind(1, now)
        .bind(2, code.sealedCode())
        .then();
  }
}
