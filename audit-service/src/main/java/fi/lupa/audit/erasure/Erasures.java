package fi.lupa.audit.erasure;

import fi.lupa.audit.erasure.ErasureStore.Place;
import fi.lupa.audit.ingest.OwnEvents;
import fi.lupa.audit.readmodel.ReadModel;
import fi.lupa.audit.readmodel.Recorded;
import fi.lupa.audit.tree.LogTree;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.event.EntryErased;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.verify.leaf.Leaf;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Erases what an entry says: data and salts go, the entry leaves its client's log, and a leaf says
 * that it was cleared, all in one transaction. The tree is verified as before. The client reads in
 * the log that there was such an entry, unless it is withheld.
 */
@Component
class Erasures {
  private final Transactions transactions;
  private final ErasureStore store;
  private final ReadModel readModel;
  private final LogTree tree;
  private final OwnEvents log;
  private final Clock clock;

  Erasures(
      Transactions transactions,
      ErasureStore store,
      ReadModel readModel,
      LogTree tree,
      OwnEvents log,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.readModel = readModel;
    this.tree = tree;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Erases an event.
   *
   * @throws Problem NOT_FOUND, or LOG_ENTRY_ERASED when it was before
   */
  Mono<Erasure> erase(UUID id, Order order, String by) {
    return transactions.run(
        store
            .find(id)
            .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
            .map(found -> found.orElseThrow(() -> Problem.of("LOG_ENTRY_ERASED")))
            .flatMap(event -> erase(event, order, by)));
  }

  private static EntryErased event(Recorded event, Place place, Order order, Instant now) {
    return new EntryErased(
        event.id(),
        place.client(),
        now,
        place.kind().name(),
        FinnishDays.dayOf(event.time()),
        order.ground(),
        order.decidedBy());
  }

  private Mono<Erasure> erase(Recorded event, Order order, String by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return store
        .seen(event)
        .map(place -> log.append(event(event, place, order, now)))
        .defaultIfEmpty(Mono.empty())
        .flatMap(told ->
            store
                .clear(event.key())
                .then(readModel.unplace(List.of(event)))
                .then(store.add(event.key(), order, by, now))
                // leaves last: from here on nobody else appends
                .then(told)
                .then(tree.clear(List.of(event.key()), now, Leaf.Why.ERASURE)))
        .thenReturn(new Erasure(event.id(), order.ground(), order.decision(), now));
  }
}
