package fi.lupa.audit.ingest;

import fi.lupa.audit.ingest.Batch.Place;
import fi.lupa.audit.notification.Notifications;
import fi.lupa.audit.readmodel.ReadModel;
import fi.lupa.audit.tree.LogTree;
import fi.lupa.audit.tree.NewLeaf;
import fi.lupa.platform.sql.Transactions;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Stores a batch whole or not at all. */
@Component
class BatchStore {
  private final Transactions transactions;
  private final Months months;
  private final EventStore events;
  private final ReadModel readModel;
  private final Notifications notifications;
  private final MarkStore marks;
  private final DeadLetterStore deadLetters;
  private final LogTree tree;

  BatchStore(
      Transactions transactions,
      Months months,
      EventStore events,
      ReadModel readModel,
      Notifications notifications,
      MarkStore marks,
      DeadLetterStore deadLetters,
      LogTree tree) {
    this.transactions = transactions;
    this.months = months;
    this.events = events;
    this.readModel = readModel;
    this.notifications = notifications;
    this.marks = marks;
    this.deadLetters = deadLetters;
    this.tree = tree;
  }

  /**
   * Gives how many events were new. A watermark becomes visible together with what came before it,
   * never earlier. Each new event is a leaf of the log's tree from the same moment on.
   *
   * @param unseen partitions that the log doesn't know of yet
   */
  Mono<Long> store(Batch batch, Set<Place> unseen) {
    return store(batch, unseen, Mono.empty());
  }

  /** The same after something else, in its transaction. */
  Mono<Long> store(Batch batch, Set<Place> unseen, Mono<Void> before) {
    List<NewLeaf> leaves = NewLeaf.of(batch.newEvents());
    return months
        .ensure(batch.months())
        .then(transactions.run(before.then(Mono.defer(() -> keep(batch, unseen, leaves)))))
        .doOnError(e -> months.forget());
  }

  /** Must run inside a transaction, when the months are there. */
  private Mono<Long> keep(Batch batch, Set<Place> unseen, List<NewLeaf> leaves) {
    return notifications
        .note(arrived(batch))
        .then(Mono.defer(() -> events.add(batch.events())))
        .delayUntil(kept -> readModel.follow(batch.recorded(kept)))
        .delayUntil(kept -> deadLetters.add(batch.dead()))
        .delayUntil(kept -> marks.expect(unseen))
        .delayUntil(kept -> marks.advance(batch.marks()))
        .delayUntil(
            kept -> tree.append(leaves.stream().filter(leaf -> kept.contains(leaf.key())).toList()))
        .map(kept -> (long) kept.size());
  }

  /** Must run inside the transaction of what these events tell. */
  Mono<Long> keep(Batch batch) {
    List<NewLeaf> leaves = NewLeaf.of(batch.newEvents());
    return months.ensure(batch.months()).then(Mono.defer(() -> keep(batch, Set.of(), leaves)));
  }

  private static List<Notifications.Arrived> arrived(Batch batch) {
    return batch.events().stream()
        .map(one -> new Notifications.Arrived(one.id(), one.time(), one.event()))
        .toList();
  }
}
