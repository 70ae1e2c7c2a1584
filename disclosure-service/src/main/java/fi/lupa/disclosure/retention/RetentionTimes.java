package fi.lupa.disclosure.retention;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.retention.RetentionStore.Due;
import fi.lupa.disclosure.retention.RetentionStore.Holder;
import fi.lupa.platform.sql.Transactions;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts the last days of documents, after each change of what they are counted from. */
@Component
class RetentionTimes {
  /** Held for about a second at most. */
  private static final int BATCH = 50;

  private final RetentionStore store;
  private final RetentionRules rules;
  private final Transactions transactions;

  RetentionTimes(RetentionStore store, RetentionRules rules, Transactions transactions) {
    this.store = store;
    this.rules = rules;
    this.transactions = transactions;
  }

  /**
   * Takes note, in the transaction that stores or voids, that the times of the client's documents
   * in that register are to be counted again.
   */
  Mono<Void> changed(ClientRef client, Oid controller) {
    return store.note(new Holder(client, controller));
  }

  /** Counts all that is to be counted. */
  Mono<Void> countAll() {
    return transactions
        .run(Mono.defer(this::batch))
        .repeat()
        .takeUntil(counted -> counted == 0)
        .then();
  }

  private Mono<Integer> batch() {
    return store
        .take(BATCH)
        .flatMap(taken -> Flux.fromIterable(taken).concatMap(this::count).then(Mono.just(taken)))
        .map(List::size);
  }

  private Mono<Void> count(Holder holder) {
    return store
        .lock(holder)
        .then(Mono.defer(() -> store.load(holder)))
        .flatMap(register -> store.replace(holder, due(register)));
  }

  /** The documents of a register whose last day is known. */
  List<Due> due(ClientRegister register) {
    return register.documents().stream()
        .filter(Kept::own)
        .flatMap(document ->
            register.time(rules, document) instanceof Time.Until until
                ? Stream.of(new Due(document, until))
                : Stream.empty())
        .toList();
  }
}
