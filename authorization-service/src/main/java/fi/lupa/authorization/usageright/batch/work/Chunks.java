package fi.lupa.authorization.usageright.batch.work;

import fi.lupa.authorization.usageright.ChangedBy;
import fi.lupa.authorization.usageright.UsageRightChanges;
import fi.lupa.authorization.usageright.UsageRightChanges.Made;
import fi.lupa.authorization.usageright.batch.Batch;
import fi.lupa.authorization.usageright.batch.work.LineResult.Done;
import fi.lupa.platform.outbox.Envelope;
import fi.lupa.platform.problem.Places;
import fi.lupa.platform.problem.ProblemHandler;
import fi.lupa.platform.sql.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Does the next lines of the batch whose turn it is, in one transaction: the acts, their events and
 * the lines' outcomes are stored together or not at all. So each line is done exactly once, whoever
 * does it and whenever it was interrupted.
 */
@Component
class Chunks {
  private static final Logger LOG = LoggerFactory.getLogger(Chunks.class);

  /** Held for some tenths of a second at most. */
  static final int SIZE = 250;

  private final WorkStore store;
  private final Acts acts;
  private final UsageRightChanges changes;
  private final Transactions transactions;
  private final Clock clock;

  /** Batches whose last chunk failed. */
  private final Set<UUID> careful = ConcurrentHashMap.newKeySet();

  Chunks(
      WorkStore store,
      Acts acts,
      UsageRightChanges changes,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.acts = acts;
    this.changes = changes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A chunk that is committed.
   *
   * @param from the line that the batch had reached before
   * @param results in the order of the lines
   * @param events of the lines that were done, in the same order
   */
  record Finished(UUID batch, int from, List<LineResult> results, List<Envelope> events) {}

  /**
   * Empty when no batch has anything to do. A chunk that fails lets the other batches go first and
   * is then tried line by line; a line that fails alone, though the database is there, is answered
   * {@code INTERNAL_ERROR}, so that it doesn't hold up those behind it for ever.
   */
  Mono<Finished> next() {
    AtomicReference<@Nullable Batch> at = new AtomicReference<>();
    return transactions
        .run(Mono.defer(store::lockNext).doOnNext(at::set).flatMap(this::chunkOf))
        .doOnNext(chunk -> careful.remove(chunk.batch()))
        .onErrorResume(error -> failed(at.get(), error));
  }

  private Mono<Finished> chunkOf(Batch batch) {
    ChangedBy by = new ChangedBy(batch.organiser(), batch.system());
    int size = careful.contains(batch.id()) ? 1 : SIZE;
    return store
        .lines(batch, size)
        .flatMap(lines ->
            acts.run(lines, batch.organiser(), by)
                .flatMap(results -> store(batch, results, batch.left() <= lines.size())));
  }

  private Mono<Finished> failed(@Nullable Batch batch, Throwable error) {
    if (batch == null || ProblemHandler.isAway(error)) {
      return Mono.error(error);
    }
    LOG.error("a chunk of a batch failed: {}", Places.of(error));
    return careful.add(batch.id())
        ? transactions.run(Mono.defer(() -> store.postpone(batch.id(), now()))).then(Mono.empty())
        : transactions.run(Mono.defer(() -> giveUp(batch)));
  }

  /** The line that failed alone; what it asks for isn't read again, that may be why. */
  private Mono<Finished> giveUp(Batch batch) {
    return store
        .lock(batch.id())
        .filter(held -> held.reached() == batch.reached())
        .flatMap(held ->
            store.nextLine(held).flatMap(line -> store(held, refused(line), held.left() <= 1)))
        .doOnNext(chunk -> careful.remove(chunk.batch()));
  }

  private static List<LineResult> refused(int line) {
    return List.of(new LineResult.Refused(line, "INTERNAL_ERROR"));
  }

  private Mono<Finished> store(Batch batch, List<LineResult> results, boolean last) {
    List<Made> made =
        results.stream()
            .filter(Done.class::isInstance)
            .map(Done.class::cast)
            .map(done -> new Made(done.right(), done.change()))
            .toList();
    return store
        .answer(batch.id(), results)
        .then(Mono.defer(() -> store.advance(batch.id(), results, last, now())))
        .then(Mono.defer(() -> tell(made)))
        .map(events -> new Finished(batch.id(), batch.reached(), results, events));
  }

  private Mono<List<Envelope>> tell(List<Made> made) {
    return made.isEmpty() ? Mono.just(List.of()) : changes.tellAll(made);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
