package fi.lupa.audit.anchor;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Always up: nothing stops without anchors, but what happens since the last is proved by nobody.
 */
@Component
class LogAnchorHealthIndicator implements HealthIndicator {
  private final AnchorAge age;

  LogAnchorHealthIndicator(AnchorAge age) {
    this.age = age;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    age.days().ifPresent(days -> health.withDetail("days", Math.floor(days)));
    return age.recent()
        ? health.build()
        : health.withDetail("problem", "no checkpoint was put outside for a week").build();
  }
}
