package fi.lupa.authorization.usageright.batch.work;

import fi.lupa.authorization.usageright.batch.work.Chunks.Finished;
import fi.lupa.authorization.usageright.batch.work.LineResult.Done;
import fi.lupa.platform.loop.Loop;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Does the batches that were received, chunk after chunk: one at a time, so that a batch takes one
 * of the service's connections and the acts that come meanwhile have the others. Looks when a batch
 * was received, when the service starts, and every second for what another instance left undone.
 */
@Component
public class BatchWorker extends Loop {
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** So that a lost push doesn't wait until the last batch of all is done. */
  private static final int LOOK_EACH_TURNS = 16;

  private final Chunks chunks;
  private final Effective effective;
  private final Counter done;
  private final Counter refused;
  private volatile @Nullable Finished unpushed;
  private int turns;

  BatchWorker(Chunks chunks, Effective effective, MeterRegistry meters) {
    super("usageright.batch", "batches wait for the next look", LOOK);
    this.chunks = chunks;
    this.effective = effective;
    this.done = meters.counter("lupa.batch.lines", "outcome", "done");
    this.refused = meters.counter("lupa.batch.lines", "outcome", "refused");
  }

  /**
   * Pushes the chunk before while it does one, and looks at what isn't in force yet. A push that is
   * lost is found by the look.
   */
  @Override
  protected Duration turn() {
    Finished before = unpushed;
    unpushed = null;
    Mono<Void> push = before == null ? Mono.empty() : effective.push(before);
    Mono<Void> chunk = chunks.next().doOnNext(this::finished).then();
    Mono.whenDelayError(push, chunk).block();
    boolean more = unpushed != null;
    boolean due = !more || ++turns % LOOK_EACH_TURNS == 0;
    boolean found = due && Boolean.TRUE.equals(effective.look().block());
    return found || more ? Duration.ZERO : LOOK;
  }

  private void finished(Finished chunk) {
    unpushed = chunk;
    long changed = chunk.results().stream().filter(Done.class::isInstance).count();
    done.increment(changed);
    refused.increment(chunk.results().size() - changed);
  }
}
