package fi.lupa.audit.coverage;

import fi.lupa.audit.coverage.Coverage.Gap;
import fi.lupa.audit.coverage.Coverage.Mark;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What the tables say of how far the log reaches. */
@Repository
class CoverageStore {
  private static final String START =
      "select greatest(kept_since, cleared_until) as kept_since from log_start";
  private static final String MARKS = "select topic, up_to from source_partition";
  private static final String GAPS =
      """
      select topic, count(*) as lost, min(sent_at) as first, max(sent_at) as last, max(closed_at) as closed
      from dead_letter group by topic, closed_at is null
      """;

  private final DatabaseClient db;

  CoverageStore(DatabaseClient db) {
    this.db = db;
  }

  Mono<Instant> start() {
    return db.sql(START).map(row -> time(row, "kept_since")).one();
  }

  Mono<List<Mark>> marks() {
    return db.sql(MARKS)
        .map(row -> new Mark(source(row), row.get("up_to", Instant.class)))
        .all()
        .collectList();
  }

  /** Open and closed ones. */
  Mono<List<Gap>> gaps() {
    return db.sql(GAPS)
        .map(row ->
            new Gap(
                source(row),
                Objects.requireNonNull(row.get("lost", Long.class)),
                time(row, "first"),
                time(row, "last"),
                row.get("closed", Instant.class)))
        .all()
        .collectList();
  }

  private static Source source(Readable row) {
    return Source.of(Objects.requireNonNull(row.get("topic", String.class)));
  }

  private static Instant time(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, Instant.class));
  }
}
