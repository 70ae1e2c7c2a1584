package fi.lupa.authorization.usageright.expire;

import fi.lupa.authorization.fact.Change;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightChanges;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.platform.fence.Fence;
import fi.lupa.platform.outbox.Envelope;
import fi.lupa.platform.sql.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends what is due, batch by batch. Each batch is a transaction of its own that holds its rights,
 * stores their ends and writes their events: so each right ends exactly once, whoever does it and
 * whenever it was interrupted.
 */
@Component
class Expiry {
  /** Held for about a second at most. */
  static final int BATCH = 250;

  private final ExpireStore rights;
  private final DepartureStore departures;
  private final PushStore pushes;
  private final UsageRightChanges changes;
  private final Transactions transactions;
  private final Fence fence;
  private final Clock clock;

  Expiry(
      ExpireStore rights,
      DepartureStore departures,
      PushStore pushes,
      UsageRightChanges changes,
      Transactions transactions,
      Fence fence,
      Clock clock) {
    this.rights = rights;
    this.departures = departures;
    this.pushes = pushes;
    this.changes = changes;
    this.transactions = transactions;
    this.fence = fence;
    this.clock = clock;
  }

  /** Ends all that is due now; gives how many rights. */
  Mono<Integer> endAllDue() {
    return Flux.concat(
            pushLeft(), untilEmpty(departed(), this::pushEnds), untilEmpty(over(), fence::pushMany))
        .reduce(0, Integer::sum);
  }

  /** Runs batches until one finds nothing. */
  private Flux<Integer> untilEmpty(
      Mono<List<Change>> batch, Function<List<Envelope>, Mono<Integer>> push) {
    return transactions
        .run(batch)
        .flatMap(
            made -> push.apply(made.stream().map(Change::event).toList()).thenReturn(made.size()))
        .repeat()
        .takeUntil(size -> size == 0);
  }

  /** Until all are pushed, or until one can't be: then the next look tries again. */
  private Mono<Integer> pushLeft() {
    return pushes
        .left(BATCH)
        .flatMap(
            left -> pushEnds(left).flatMap(taken -> taken < BATCH ? Mono.just(0) : pushLeft()));
  }

  private Mono<Integer> pushEnds(List<Envelope> ends) {
    return fence
        .pushMany(ends)
        .flatMap(taken ->
            taken == 0
                ? Mono.just(taken)
                : pushes.pushed(ends.subList(0, taken)).thenReturn(taken));
  }

  private Mono<List<Change>> over() {
    return Mono.defer(() -> {
      Instant now = now();
      return rights
          .lockOver(now, BATCH)
          .flatMap(due -> end(due.stream().map(ExpireRules::over).toList(), now));
    });
  }

  /** A batch of the first departure that has rights left; the others are done. */
  private Mono<List<Change>> departed() {
    return Mono.defer(departures::lockNext).flatMap(this::endOf).defaultIfEmpty(List.of());
  }

  private Mono<List<Change>> endOf(Departure departure) {
    return rights
        .lockOf(departure, true, BATCH)
        .filter(due -> !due.isEmpty())
        .switchIfEmpty(rights.lockOf(departure, false, BATCH))
        .flatMap(due -> {
          List<UsageRight> ended =
              due.stream().map(right -> ExpireRules.withParty(right, departure)).toList();
          return due.isEmpty()
              ? departures.done(departure).then(departed())
              : end(ended, now()).flatMap(made -> keep(made, departure));
        });
  }

  private Mono<List<Change>> keep(List<Change> made, Departure departure) {
    return pushes
        .keep(made.stream().map(Change::event).toList(), departure.organisation())
        .thenReturn(made);
  }

  private Mono<List<Change>> end(List<UsageRight> ended, Instant now) {
    if (ended.isEmpty()) {
      return Mono.just(List.of());
    }
    return rights
        .update(ended, now)
        .thenMany(Flux.fromIterable(ended))
        .concatMap(right -> changes.tell(right, UsageRightChanged.Change.ENDED, now))
        .collectList();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
