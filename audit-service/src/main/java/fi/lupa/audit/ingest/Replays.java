package fi.lupa.audit.ingest;

import fi.lupa.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes a dead letter into the log as if it had come now. */
@Component
public class Replays {
  private final DeadLetterTopic letters;
  private final RecordReader reader;
  private final BatchStore store;

  Replays(DeadLetterTopic letters, RecordReader reader, BatchStore store) {
    this.letters = letters;
    this.reader = reader;
    this.store = store;
  }

  /**
   * The letter is closed in the transaction that keeps its event. A watermark closes without an
   * event and promises nothing any more: later ones have come since.
   *
   * @param closing given the event's id; an error keeps the letter open and the event out
   * @return an error DEAD_LETTER_GONE, DEAD_LETTER_UNREADABLE with its {@code refusal}, or
   *     BACKEND_UNAVAILABLE when Kafka is away
   */
  public Mono<Void> replay(
      LetterPlace place, Repair repair, Function<Optional<UUID>, Mono<Void>> closing) {
    return Mono.fromCallable(() -> letters.find(place))
        .subscribeOn(Schedulers.boundedElastic())
        .onErrorMap(KafkaException.class, e -> Problem.of("BACKEND_UNAVAILABLE"))
        .flatMap(Mono::justOrEmpty)
        .switchIfEmpty(Mono.error(() -> Problem.of("DEAD_LETTER_GONE")))
        .flatMap(letter -> take(repair.of(letter, place), closing));
  }

  private Mono<Void> take(
      ConsumerRecord<byte[], byte[]> record, Function<Optional<UUID>, Mono<Void>> closing) {
    Batch batch = Batch.of(List.of(record), reader);
    if (!batch.dead().isEmpty()) {
      return Mono.error(unreadable(batch.dead().getFirst().why()));
    }
    Optional<UUID> event = batch.events().stream().map(Reading.Taken::id).findFirst();
    return store
        .store(new Batch(batch.events(), Map.of(), List.of()), Set.of(), closing.apply(event))
        .onErrorMap(Faults::lieInData, e -> unreadable(Refusal.NOT_STORABLE))
        .then();
  }

  private static Problem unreadable(Refusal why) {
    return Problem.of("DEAD_LETTER_UNREADABLE").with("refusal", why.name());
  }
}
