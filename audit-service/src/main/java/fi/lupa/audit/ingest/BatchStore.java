package fi.lupa.audit.ingest;

import fi.lupa.audit.ingest.Batch.Place;
import fi.lupa.audit.notification.Notifications;
import fi.lupa.audit.readmodel.ReadModel;
import fi.lupa.audit.readmodel.Recorded;
import fi.lupa.audit.tree.EventKey;
import fi.lupa.audit.tree.LogTree;
import fi.lupa.audit.tree.NewLeaf;
import fi.lupa.platform.sql.direct.DirectTransactions;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Stores a batch whole or not at all. */
@Component
class BatchStore {
  private final DirectTransactions transactions;
  private final Months months;
  private final EventStore events;
  private final ReadModel readModel;
  private final Notifications notifications;
  private final MarkStore marks;
  private final DeadLetterStore deadLetters;
  private final LogTree tree;

  BatchStore(
      DirectTransactions transactions,
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
    return events
        .add(batch.events())
        .flatMap(kept -> {
          List<Recorded> recorded = batch.recorded(kept);
          return readModel
              .follow(recorded)
              .then(Mono.defer(() -> notifications.note(arrived(recorded))))
              .then(Mono.defer(() -> deadLetters.add(batch.dead())))
              .then(Mono.defer(() -> marks.expect(unseen)))
              .then(Mono.defer(() -> marks.advance(batch.marks())))
              .then(Mono.defer(() -> tree.append(of(kept, leaves))))
              .thenReturn((long) kept.size());
        });
  }

  private static List<NewLeaf> of(Set<EventKey> kept, List<NewLeaf> leaves) {
    return leaves.stream().filter(leaf -> kept.contains(leaf.key())).toList();
  }

  /** Must run inside the transaction of what these events tell. */
  Mono<Long> keep(Batch batch) {
    List<NewLeaf> leaves = NewLeaf.of(batch.newEvents());
    return months.ensure(batch.months()).then(Mono.defer(() -> keep(batch, Set.of(), leaves)));
  }

  private static List<Notifications.Arrived> arrived(List<Recorded> events) {
    return events.stream()
        .map(one -> new Notifications.Arrived(one.id(), one.time(), one.event()))
        .toList();
  }
}
