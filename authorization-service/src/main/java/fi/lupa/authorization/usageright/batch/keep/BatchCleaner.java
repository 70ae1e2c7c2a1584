package fi.lupa.authorization.usageright.batch.keep;

import fi.lupa.platform.loop.Loop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Deletes batches, with the answers to their lines, when they have been over for the time that the
 * operator set, and uploads that a killed service left unfinished. The rights and their history
 * stay.
 */
@Component
class BatchCleaner extends Loop {
  private static final Duration EVERY = Duration.ofMinutes(1);

  /** Longer than any upload is silent. */
  static final Duration SILENCE = Duration.ofMinutes(10);

  private final KeepStore store;
  private final Clock clock;
  private final Duration kept;

  BatchCleaner(KeepStore store, Clock clock, @Value("${lupa.batch.kept}") Duration kept) {
    super("usageright.batch.keep", "old batches stay another minute", EVERY);
    this.store = store;
    this.clock = clock;
    this.kept = kept;
  }

  /** Gives how many batches were deleted. */
  Mono<Long> clean() {
    return Mono.defer(() -> {
      Instant now = clock.instant();
      return Flux.concat(
              untilNone(store.deleteOver(now.minus(kept))),
              untilNone(store.deleteBrokenOff(now.minus(SILENCE))))
          .reduce(0L, Long::sum);
    });
  }

  private static Flux<Long> untilNone(Mono<Long> delete) {
    return delete.repeat().takeWhile(deleted -> deleted > 0);
  }

  @Override
  protected Duration turn() {
    clean().block();
    return EVERY;
  }
}
