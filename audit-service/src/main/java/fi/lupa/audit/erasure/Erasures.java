package fi.lupa.audit.erasure;

import fi.lupa.audit.erasure.ErasureStore.Found;
import fi.lupa.audit.readmodel.ReadModel;
import fi.lupa.audit.tree.LogTree;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.verify.leaf.Leaf;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Erases what an entry says: data and salts go, the entry leaves its client's log, and a leaf says
 * that it was cleared, all in one transaction. The tree is verified as before.
 */
@Component
class Erasures {
  private final Transactions transactions;
  private final ErasureStore store;
  private final ReadModel readModel;
  private final LogTree tree;
  private final Clock clock;

  Erasures(
      Transactions transactions,
      ErasureStore store,
      ReadModel readModel,
      LogTree tree,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.readModel = readModel;
    this.tree = tree;
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
            .flatMap(found -> erase(found, order, by)));
  }

  private Mono<Erasure> erase(Found found, Order order, String by) {
    if (found.erased()) {
      return Mono.error(Problem.of("LOG_ENTRY_ERASED"));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return store
        .clear(found.event())
        .then(readModel.everywhere(store.unplace(found.event())))
        .then(store.add(found.event(), order, by, now))
        .then(tree.clear(found.event(), now, Leaf.Why.ERASURE))
        .thenReturn(new Erasure(found.event().id(), order.ground(), order.decision(), now));
  }
}
