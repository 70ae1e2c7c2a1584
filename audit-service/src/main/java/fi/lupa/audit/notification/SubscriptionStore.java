package fi.lupa.audit.notification;

import static fi.lupa.platform.sql.Rows.nullable;
import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.ClientRef;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What clients asked for. */
@Repository
class SubscriptionStore {
  /** Begins anew: what failed before doesn't count, what happened before isn't told. */
  private static final String PUT =
      """
      with forgotten as (
        delete from notification_entry where client_ref = $1
      )
      insert into notification_subscription (client_ref, channel, address, what, language, since, not_before, confirmed_at)
      values ($1, $2, $3, $4, $5, $6, $6, $7)
      on conflict (client_ref) do update
        set channel = excluded.channel, address = excluded.address, what = excluded.what,
          language = excluded.language, since = excluded.since, attempts = 0, lease_until = null, given_up_at = null,
          confirmed_at = excluded.confirmed_at
      """;

  private static final String FIND =
      """
      select channel, address, what, language, since, confirmed_at, last_sent_at, given_up_at
      from notification_subscription where client_ref = $1
      """;
  private static final String DELETE =
      "delete from notification_subscription where client_ref = $1";

  private final DatabaseClient db;
  private final SealedAddresses addresses;

  SubscriptionStore(DatabaseClient db, SealedAddresses addresses) {
    this.db = db;
    this.addresses = addresses;
  }

  /**
   * Kept when this has been answered; how often somebody is told doesn't begin anew.
   *
   * @param confirmedAt null while the address isn't known to be the client's own
   */
  Mono<Void> put(
      ClientRef client, Subscription.Wanted wanted, @Nullable Instant confirmedAt, Instant now) {
    return db.sql(PUT)
        .bind(0, client.value())
        .bind(1, wanted.channel().name())
        .bind(2, addresses.seal(client, wanted.address()))
        .bind(3, wanted.what().name())
        .bind(4, wanted.language())
        .bind(5, now)
        .bind(6, nullable(Instant.class, confirmedAt))
        .then();
  }

  Mono<Subscription> find(ClientRef client) {
    return db.sql(FIND).bind(0, client.value()).map(row -> subscription(client, row)).one();
  }

  Mono<Void> delete(ClientRef client) {
    return db.sql(DELETE).bind(0, client.value()).then();
  }

  private Subscription subscription(ClientRef client, Readable row) {
    return new Subscription(
        NotificationChannel.valueOf(required(row, "channel", String.class)),
        addresses.open(client, required(row, "address", byte[].class)),
        What.valueOf(required(row, "what", String.class)),
        required(row, "language", String.class),
        required(row, "since", Instant.class),
        optional(row, "confirmed_at", Instant.class),
        optional(row, "last_sent_at", Instant.class),
        optional(row, "given_up_at", Instant.class));
  }
}
