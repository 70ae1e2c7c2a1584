package fi.lupa.disclosure.retention;

import fi.lupa.platform.problem.Places;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts and destroys, when the service starts and every so often. Every instance does: a document
 * in the hands of one is passed over by the others, and whatever one that died left undone is found
 * by the next.
 */
@Component
class RetentionLoop implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionLoop.class);

  private final Supplier<Mono<Void>> count;
  private final Supplier<Mono<Long>> destroy;
  private final RetentionSettings settings;
  private volatile @Nullable Thread thread;

  @Autowired
  RetentionLoop(RetentionTimes times, Destruction destruction, RetentionSettings settings) {
    this(times::countAll, destruction::destroyAllDue, settings);
  }

  RetentionLoop(
      Supplier<Mono<Void>> count, Supplier<Mono<Long>> destroy, RetentionSettings settings) {
    this.count = count;
    this.destroy = destroy;
    this.settings = settings;
  }

  @Override
  public void start() {
    Thread created = Thread.ofVirtual().name("retention").unstarted(this::run);
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
      try {
        look();
      } catch (RuntimeException e) {
        LOG.warn("documents that are due wait for the next look: {}", Places.of(e));
      }
      try {
        TimeUnit.MILLISECONDS.sleep(settings.look().toMillis());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void look() {
    count.get().block();
    if (settings.destroy()) {
      Long destroyed = destroy.get().block();
      if (destroyed != null && destroyed > 0) {
        LOG.info("{} documents destroyed: their time to be kept was up", destroyed);
      }
    }
  }
}
