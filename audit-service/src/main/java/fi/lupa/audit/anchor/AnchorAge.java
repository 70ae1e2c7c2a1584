package fi.lupa.audit.anchor;

import fi.lupa.platform.loop.Loop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long ago a checkpoint was put somewhere outside. */
@Component
class AnchorAge extends Loop {
  /** When somebody should look why none is: each day is enough, and some days may be missed. */
  private static final long LONG_DAYS = 7;

  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AnchorStore store;
  private final Clock clock;
  private volatile @Nullable Instant last;
  private volatile boolean looked;

  AnchorAge(AnchorStore store, Clock clock, MeterRegistry meters) {
    super("anchor-age", "the last anchor isn't known", PAUSE);
    this.store = store;
    this.clock = clock;
    Gauge.builder("lupa.log.anchor.age.days", this, AnchorAge::measured)
        .description("days since a checkpoint was put somewhere outside")
        .register(meters);
  }

  @Override
  protected Duration turn() {
    last = store.last().blockOptional(PATIENCE).flatMap(found -> found).orElse(null);
    looked = true;
    return PAUSE;
  }

  /** In days; empty when none ever was. */
  Optional<Double> days() {
    return Optional.ofNullable(last)
        .map(at -> Duration.between(at, clock.instant()).toSeconds() / 86_400.0);
  }

  /** None ever is endlessly long ago: a comparison with NaN would raise no alarm. */
  private double measured() {
    return days().orElse(looked ? Double.POSITIVE_INFINITY : Double.NaN);
  }

  boolean recent() {
    return days().map(days -> days <= LONG_DAYS).orElse(false);
  }
}
