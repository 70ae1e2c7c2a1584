package fi.lupa.platform.schema;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/**
 * Looks at the sources every now and then. A set that looks otherwise is loaded when it has stood
 * still from one look to the next; one that can't be used leaves the old one in use and is told in
 * the log, the metrics and the health.
 */
final class SchemaWatch implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(SchemaWatch.class);

  private final SchemaLoader loader;
  private final DocumentSchemas schemas;
  private final Duration every;
  private List<SchemaSource.Look> handled;
  private List<SchemaSource.Look> last;
  private volatile @Nullable String failure;
  private @Nullable Disposable timer;

  SchemaWatch(SchemaLoader loader, DocumentSchemas schemas, Duration every, MeterRegistry meters) {
    this.loader = loader;
    this.schemas = schemas;
    this.every = every;
    this.handled = schemas.set().seen();
    this.last = handled;
    LOG.info("{} document schemas are in use", schemas.oids().size());
    Gauge.builder("lupa.schemas.loaded", schemas, s -> s.oids().size())
        .description("document schemas in use")
        .register(meters);
    Gauge.builder("lupa.schemas.refused", this, watch -> watch.failure == null ? 0 : 1)
        .description("1 when the sources hold a set that can't be used, so that an older one is")
        .register(meters);
  }

  /** Why the newest set isn't in use; empty when it is. */
  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /** One look. */
  void look() {
    List<SchemaSource.Look> now = loader.look();
    boolean still = now.equals(last);
    last = now;
    if (still && !now.equals(handled)) {
      load(now);
    }
  }

  private void load(List<SchemaSource.Look> now) {
    try {
      if (schemas.reload()) {
        handled = now;
        failure = null;
        LOG.info("{} document schemas are in use", schemas.oids().size());
      }
    } catch (BadSchemas e) {
      handled = now;
      failure = e.getMessage();
      LOG.error("the changed document schemas aren't used, the old ones are: {}", e.getMessage());
    }
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.error("the document schemas couldn't be looked at: {}", e.getClass().getName());
    }
  }

  @Override
  public void start() {
    long millis = every.toMillis();
    timer =
        Schedulers.boundedElastic()
            .schedulePeriodically(
                this::lookSafely, millis, millis, java.util.concurrent.TimeUnit.MILLISECONDS);
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
