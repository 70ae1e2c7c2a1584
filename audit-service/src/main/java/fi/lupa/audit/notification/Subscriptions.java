package fi.lupa.audit.notification;

import fi.lupa.audit.notification.Confirmation.Outcome;
import fi.lupa.audit.notification.Subscription.Wanted;
import fi.lupa.contracts.ClientRef;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.sql.Transactions;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What a client does about being told: mail waits until the address is known to be the client's.
 */
@Component
class Subscriptions {
  private final SubscriptionStore store;
  private final CodeStore codes;
  private final Transactions transactions;
  private final Clock clock;

  Subscriptions(SubscriptionStore store, CodeStore codes, Transactions transactions, Clock clock) {
    this.store = store;
    this.codes = codes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** An error TOO_MANY_CODES leaves what was wanted before as it is. */
  Mono<Void> put(ClientRef client, Wanted wanted) {
    Instant now = clock.instant();
    return transactions
        .run(
            (wanted.channel() == NotificationChannel.WEBHOOK
                    ? store.put(client, wanted, now, now).then(codes.forget(client))
                    : mail(client, wanted, now))
                .thenReturn(true))
        .then();
  }

  private Mono<Void> mail(ClientRef client, Wanted wanted, Instant now) {
    return store
        .find(client)
        .filter(before ->
            before.channel() == NotificationChannel.EMAIL
                && before.address().equals(wanted.address())
                && before.confirmedAt() != null)
        .flatMap(before -> store.put(client, wanted, before.confirmedAt(), now).thenReturn(true))
        .switchIfEmpty(Mono.defer(() -> unconfirmed(client, wanted, now)))
        .then();
  }

  private Mono<Boolean> unconfirmed(ClientRef client, Wanted wanted, Instant now) {
    return codes
        .ask(client, now)
        .filter(asked -> asked)
        .switchIfEmpty(Mono.error(() -> Problem.of("TOO_MANY_CODES")))
        .flatMap(_ -> store.put(client, wanted, null, now).thenReturn(true));
  }

  /** An error CODE_WRONG or CODE_OVER when it wasn't confirmed. */
  Mono<Void> confirm(ClientRef client, String code) {
    return transactions
        .run(codes.tell(client, code, clock.instant()))
        .flatMap(outcome ->
            outcome == Outcome.CONFIRMED
                ? Mono.empty()
                : Mono.error(() -> Problem.of("CODE_" + outcome)));
  }

  Mono<Void> end(ClientRef client) {
    return transactions
        .run(store.delete(client).then(codes.forget(client)).thenReturn(true))
        .then();
  }
}
