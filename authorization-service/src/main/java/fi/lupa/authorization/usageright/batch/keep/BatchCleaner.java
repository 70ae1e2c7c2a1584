package fi.lupa.authorization.usageright.batch.keep;

import fi.lupa.platform.problem.Places;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Deletes batches, with the answers to their lines, when they have been over for the time that the
 * operator set, and uploads that a killed service left unfinished. The rights and their history
 * stay.
 */
@Component
class BatchCleaner implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(BatchCleaner.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  /** Longer than any upload is silent. */
  static final Duration SILENCE = Duration.ofMinutes(10);

  private final KeepStore store;
  private final Clock clock;
  private final Duration kept;
  private @Nullable Disposable timer;

  BatchCleaner(KeepStore store, Clock clock, @Value("${lupa.batch.kept}") Duration kept) {
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
  public void start() {
    timer =
        Flux.interval(EVERY)
            .onBackpressureDrop()
            .concatMap(tick -> clean().onErrorResume(BatchCleaner::later))
            .subscribe();
  }

  private static Mono<Long> later(Throwable error) {
    LOG.warn("old batches stay another minute: {}", Places.of(error));
    return Mono.empty();
  }

  @Override
  public void stop() {
    if (timer != null) {
      timer.dispose();
      timer = null;
    }
  }

  @Override
  public boolean isRunning() {
    return timer != null;
  }
}
