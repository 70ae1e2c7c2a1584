package fi.lupa.authorization.usageright.batch.receive;

import fi.lupa.authorization.usageright.batch.BatchAnswer;
import fi.lupa.authorization.usageright.batch.work.BatchWorker;
import fi.lupa.platform.Ids;
import fi.lupa.platform.idempotency.Idempotency;
import fi.lupa.platform.idempotency.Once;
import fi.lupa.platform.idempotency.StoredAnswer;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.IdempotencyKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a batch in as fast as it can be stored and no faster: a portion at a time, each in a
 * transaction of its own, because an upload may take longer than a transaction should. Nobody sees
 * the batch before the last of them; if that never comes, nothing stays.
 */
@Component
class Intake {
  /** Buffers asked of the connection ahead of need. */
  private static final int AHEAD = 4;

  private final IntakeStore store;
  private final LineReader reader;
  private final Transactions transactions;
  private final Idempotency idempotency;
  private final BatchWorker worker;
  private final JsonMapper json;
  private final Ids ids;
  private final Clock clock;

  Intake(
      IntakeStore store,
      LineReader reader,
      Transactions transactions,
      Idempotency idempotency,
      BatchWorker worker,
      JsonMapper json,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.reader = reader;
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.worker = worker;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /** What tells one upload from another; it gets a keyed hash before it is stored. */
  private record Bytes(String sha256) {}

  /**
   * The batch, once per key.
   *
   * @return an error when it can't be taken in whole, and then nothing of it is kept
   */
  Mono<JsonNode> receive(Caller organiser, IdempotencyKey key, Flux<DataBuffer> body) {
    UUID id = ids.next();
    return Mono.usingWhen(
        transactions.run(store.begin(id, organiser, now())).thenReturn(id),
        begun -> receive(begun, organiser, key, body),
        this::forget,
        (begun, error) -> forget(begun),
        this::forget);
  }

  private Mono<JsonNode> receive(
      UUID id, Caller organiser, IdempotencyKey key, Flux<DataBuffer> body) {
    LineSplitter splitter = new LineSplitter();
    return Flux.concat(
            body.map(Intake::bytes).concatMapIterable(splitter::feed, AHEAD),
            Flux.defer(() -> Flux.fromIterable(splitter.last())))
        .bufferUntil(new Portion())
        // reading takes a processor for longer than a connection's thread should be kept
        .publishOn(Schedulers.boundedElastic(), 1)
        .map(lines -> lines.stream().map(reader::read).toList())
        .concatMap(lines -> add(id, lines), 0)
        .reduce(0, Integer::sum)
        .filter(lines -> lines > 0)
        .switchIfEmpty(Mono.error(() -> Problem.invalid("", "the body is empty")))
        .flatMap(lines -> finish(id, organiser, key, new Bytes(splitter.hash())))
        .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
  }

  private Mono<Integer> add(UUID id, List<ReceivedLine> lines) {
    return transactions.run(Mono.defer(() -> store.add(id, lines, now())));
  }

  private Mono<JsonNode> finish(UUID id, Caller organiser, IdempotencyKey key, Bytes bytes) {
    Mono<StoredAnswer> first =
        Mono.defer(() -> store.receive(id, now()))
            .map(batch ->
                new StoredAnswer(
                    202, Map.of(), json.valueToTree(BatchAnswer.of(batch, batch.receivedAt()))));
    return transactions
        .run(idempotency.once(organiser.organisation().value(), key, bytes, first))
        .doOnNext(once -> worker.kick())
        .map(Once::answer)
        .map(StoredAnswer::body);
  }

  /** What was received whole stays: only what still is being received goes. */
  private Mono<Void> forget(UUID id) {
    return transactions.run(store.forget(id));
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
