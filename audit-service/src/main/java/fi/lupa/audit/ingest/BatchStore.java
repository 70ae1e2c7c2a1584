package fi.lupa.audit.ingest;

import fi.lupa.audit.ingest.Batch.Place;
import fi.lupa.audit.notification.Notifications;
import fi.lupa.audit.readmodel.ReadModel;
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

  BatchStore(
      Transactions transactions,
      Months months,
      EventStore events,
      ReadModel readModel,
      Notifications notifications,
      MarkStore marks,
      DeadLetterStore deadLetters) {
    this.transactions = transactions;
    this.months = months;
    this.events = events;
    this.readModel = readModel;
    this.notifications = notifications;
    this.marks = marks;
    this.deadLetters = deadLetters;
  }

  /**
   * Gives how many events were new. A watermark becomes visible together with what came before it,
   * never earlier.
   *
   * @param unseen partitions that the log doesn't know of yet
   */
  Mono<Long> store(Batch batch, Set<Place> unseen) {
    return store(batch, unseen, Mono.empty());
  }

  /** The same after something else, in its transaction. */
  Mono<Long> store(Batch batch, Set<Place> unseen, Mono<Void> before) {
    return months
        .ensure(batch.months())
        .then(transactions.run(before.then(Mono.defer(() -> keep(batch, unseen)))))
        .doOnError(e -> months.forget());
  }

  /** Must run inside a transaction, when the months are there. */
  private Mono<Long> keep(Batch batch, Set<Place> unseen) {
    return notifications
        .note(arrived(batch))
        .then(Mono.defer(() -> events.add(batch.events())))
        .delayUntil(kept -> readModel.follow(batch.recorded()))
        .delayUntil(kept -> deadLetters.add(batch.dead()))
        .delayUntil(kept -> marks.expect(unseen))
        .delayUntil(kept -> marks.advance(batch.marks()));
  }

  /** Must run inside the transaction of what these events tell. */
  Mono<Long> keep(Batch batch) {
    return months.ensure(batch.months()).then(Mono.defer(() -> keep(batch, Set.of())));
  }

  private static List<Notifications.Arrived> arrived(Batch batch) {
    return batch.events().stream()
        .map(one -> new Notifications.Arrived(one.id(), one.time(), one.event()))
        .toList();
  }
}
