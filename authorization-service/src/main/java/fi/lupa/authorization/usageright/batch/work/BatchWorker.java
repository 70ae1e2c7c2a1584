package fi.lupa.authorization.usageright.batch.work;

import fi.lupa.authorization.usageright.batch.work.Chunks.Finished;
import fi.lupa.authorization.usageright.batch.work.LineResult.Done;
import fi.lupa.platform.problem.Places;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Does the batches that were received, chunk after chunk: one at a time, so that a batch takes one
 * of the service's connections and the acts that come meanwhile have the others. Looks when a batch
 * was received, when the service starts, and every second for what another instance left undone.
 */
@Component
public class BatchWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(BatchWorker.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** So that a lost push doesn't wait until the last batch of all is done. */
  private static final int LOOK_EACH_TURNS = 16;

  private final Chunks chunks;
  private final Effective effective;
  private final Counter done;
  private final Counter refused;
  private final Semaphore kicks = new Semaphore(0);
  private volatile @Nullable Thread thread;
  private volatile @Nullable Finished unpushed;
  private int turns;

  BatchWorker(Chunks chunks, Effective effective, MeterRegistry meters) {
    this.chunks = chunks;
    this.effective = effective;
    this.done = meters.counter("lupa.batch.lines", "outcome", "done");
    this.refused = meters.counter("lupa.batch.lines", "outcome", "refused");
  }

  /** A batch was received. */
  public void kick() {
    kicks.release();
  }

  @Override
  public void start() {
    Thread created = Thread.ofVirtual().name("usageright.batch").unstarted(this::run);
    thread = created;
    created.start();
  }

  @Override
  public void stop() {
    Thread current = thread;
    thread = null;
    if (current != null) {
      current.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void run() {
    while (thread == Thread.currentThread()) {
      boolean more = false;
      try {
        more = turn();
      } catch (RuntimeException e) {
        LOG.warn("batches wait for the next look: {}", Places.of(e));
      }
      try {
        if (!more && kicks.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
          kicks.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /**
   * Pushes the chunk before while it does one, and looks at what isn't in force yet; gives whether
   * there may be more. A push that is lost is found by the look.
   */
  private boolean turn() {
    Finished before = unpushed;
    unpushed = null;
    Mono<Void> push = before == null ? Mono.empty() : effective.push(before);
    Mono<Void> chunk = chunks.next().doOnNext(this::finished).then();
    Mono.whenDelayError(push, chunk).block();
    boolean more = unpushed != null;
    boolean due = !more || ++turns % LOOK_EACH_TURNS == 0;
    boolean found = due && Boolean.TRUE.equals(effective.look().block());
    return found || more;
  }

  private void finished(Finished chunk) {
    unpushed = chunk;
    long changed = chunk.results().stream().filter(Done.class::isInstance).count();
    done.increment(changed);
    refused.increment(chunk.results().size() - changed);
  }
}
