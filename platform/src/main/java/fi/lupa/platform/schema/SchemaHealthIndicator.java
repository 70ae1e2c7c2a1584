package fi.lupa.platform.schema;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Always up, as the set in use is; tells how many it has and why a newer one was refused. */
final class SchemaHealthIndicator implements HealthIndicator {
  private final DocumentSchemas schemas;
  private final SchemaWatch watch;

  SchemaHealthIndicator(DocumentSchemas schemas, SchemaWatch watch) {
    this.schemas = schemas;
    this.watch = watch;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up().withDetail("schemas", schemas.oids().size());
    watch.failure().ifPresent(reason -> health.withDetail("refused", reason));
    return health.build();
  }
}
