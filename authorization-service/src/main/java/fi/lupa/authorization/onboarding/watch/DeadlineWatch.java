package fi.lupa.authorization.onboarding.watch;

import fi.lupa.authorization.onboarding.Deadline;
import fi.lupa.contracts.FinnishDays;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts the deadlines that were missed and those that are due soon, for the operator's alarms:
 * {@code lupa_onboarding_deadlines{state, kind}} and a health detail. Never who: the list is at
 * {@code /v1/onboardings?due=}. A missed deadline doesn't make the service unhealthy.
 */
@Component("onboardingDeadlinesHealthIndicator")
class DeadlineWatch implements HealthIndicator {
  /** What is due within so many days is due soon. */
  static final int SOON_DAYS = 14;

  private final WatchStore store;
  private final Clock clock;
  private volatile Deadlines last = Deadlines.NONE;

  DeadlineWatch(WatchStore store, Clock clock, MeterRegistry meters) {
    this.store = store;
    this.clock = clock;
    for (Deadline.Kind kind : Deadline.Kind.values()) {
      gauge(meters, kind, "missed", Deadlines::missed);
      gauge(meters, kind, "soon", Deadlines::soon);
    }
  }

  private void gauge(
      MeterRegistry meters,
      Deadline.Kind kind,
      String state,
      Function<Deadlines, Map<String, Long>> counts) {
    Gauge.builder(
            "lupa.onboarding.deadlines", () -> counts.apply(last).getOrDefault(kind.name(), 0L))
        .description("Deadlines of joining that aren't met")
        .tag("state", state)
        .tag("kind", kind.name())
        .register(meters);
  }

  /** Counts anew. */
  Mono<Deadlines> round() {
    return Mono.defer(
            () -> {
              LocalDate today = FinnishDays.dayOf(clock.instant());
              return store.deadlines(today, today.plusDays(SOON_DAYS));
            })
        .doOnNext(counted -> last = counted);
  }

  @Override
  public Health health() {
    Deadlines now = last;
    return Health.up()
        .withDetail("missed", sum(now.missed()))
        .withDetail("dueSoon", sum(now.soon()))
        .build();
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
