package fi.lupa.disclosure.retention;

import fi.lupa.platform.loop.Loop;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts and destroys, when the service starts and every so often. Every instance does: a document
 * in the hands of one is passed over by the others, and whatever one that died left undone is found
 * by the next.
 */
@Component
class RetentionLoop extends Loop {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionLoop.class);

  private final Supplier<Mono<Void>> count;
  private final Supplier<Mono<Long>> destroy;
  private final RetentionSettings settings;

  @Autowired
  RetentionLoop(RetentionTimes times, Destruction destruction, RetentionSettings settings) {
    this(times::countAll, destruction::destroyAllDue, settings);
  }

  RetentionLoop(
      Supplier<Mono<Void>> count, Supplier<Mono<Long>> destroy, RetentionSettings settings) {
    super("retention", "documents that are due wait for the next look", settings.look());
    this.count = count;
    this.destroy = destroy;
    this.settings = settings;
  }

  @Override
  protected Duration turn() {
    count.get().block();
    if (settings.destroy()) {
      Long destroyed = destroy.get().block();
      if (destroyed != null && destroyed > 0) {
        LOG.info("{} documents destroyed: their time to be kept was up", destroyed);
      }
    }
    return settings.look();
  }
}
