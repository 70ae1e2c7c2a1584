package fi.lupa.platform.idempotency;

import fi.lupa.platform.problem.Places;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets keys after a week, so that the table doesn't grow for ever. */
public final class IdempotencyCleaner implements SmartLifecycle {
  /** How long a repeated request is recognised. */
  public static final Duration KEPT = Duration.ofDays(7);

  private static final Logger LOG = LoggerFactory.getLogger(IdempotencyCleaner.class);
  private static final Duration EVERY = Duration.ofHours(1);

  private final DatabaseClient db;
  private @Nullable Disposable timer;

  public IdempotencyCleaner(DatabaseClient db) {
    this.db = db;
  }

  /** Deletes what is older than {@link #KEPT}. */
  Mono<Long> clean() {
    return db.sql("delete from idempotency where created_at < now() - make_interval(hours => $1)")
        .bind(0, (int) KEPT.toHours())
        .fetch()
        .rowsUpdated();
  }

  @Override
  public void start() {
    timer =
        Flux.interval(EVERY)
            .onBackpressureDrop()
            .concatMap(tick ->
                clean()
                    .onErrorResume(error -> {
                      LOG.warn("old keys stay another hour: {}", Places.of(error));
                      return Mono.empty();
                    }))
            .subscribe();
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
