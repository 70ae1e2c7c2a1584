package fi.lupa.platform.idempotency;

import fi.lupa.platform.loop.Loop;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Forgets keys after a week, so that the table doesn't grow for ever. */
public final class IdempotencyCleaner extends Loop {
  /** How long a repeated request is recognised. */
  public static final Duration KEPT = Duration.ofDays(7);

  private static final Duration EVERY = Duration.ofHours(1);

  private final DatabaseClient db;

  public IdempotencyCleaner(DatabaseClient db) {
    super("idempotency.clean", "old keys stay another hour", EVERY);
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
  protected Duration turn() {
    clean().block();
    return EVERY;
  }
}
