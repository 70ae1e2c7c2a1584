package fi.lupa.audit.ingest;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Always up, as a month that is missing is made when its first event comes; tells how many months
 * there are ahead, and when they are too few: then something keeps them from being made.
 */
@Component
class LogMonthsHealthIndicator implements HealthIndicator {
  private final Months months;

  LogMonthsHealthIndicator(Months months) {
    this.months = months;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    months.ahead().ifPresent(ahead -> health.withDetail("ahead", ahead));
    return months.enough()
        ? health.build()
        : health.withDetail("problem", "too few months ahead").build();
  }
}
