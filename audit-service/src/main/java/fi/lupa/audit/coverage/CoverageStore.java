package fi.lupa.audit.coverage;

import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.audit.coverage.Coverage.Gap;
import fi.lupa.audit.coverage.Coverage.Mark;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What the tables say of how far the log reaches. */
@Repository
class CoverageStore {
  private static final String REACH =
      """
      select 'START' as what, null as topic, greatest(kept_since, cleared_until) as first,
        null::timestamptz as last, null::timestamptz as closed, null::bigint as lost
      from log_start
      union all
      select 'MARK', topic, up_to, null, null, null from source_partition
      union all
      select 'GAP', topic, min(sent_at), max(sent_at), max(closed_at), count(*)
      from dead_letter group by topic, closed_at is null
      """;

  private final DatabaseClient db;

  CoverageStore(DatabaseClient db) {
    this.db = db;
  }

  /**
   * What was known at one moment.
   *
   * @param gaps open and closed ones
   */
  record Known(Instant from, List<Mark> marks, List<Gap> gaps) {}

  private sealed interface Part {
    record Start(Instant from) implements Part {}

    record Marked(Mark mark) implements Part {}

    record Missing(Gap gap) implements Part {}
  }

  Mono<Known> known() {
    return db.sql(REACH).map(CoverageStore::part).all().collectList().map(CoverageStore::known);
  }

  private static Known known(List<Part> parts) {
    return new Known(
        of(parts, Part.Start.class).findFirst().orElseThrow().from(),
        of(parts, Part.Marked.class).map(Part.Marked::mark).toList(),
        of(parts, Part.Missing.class).map(Part.Missing::gap).toList());
  }

  private static <T extends Part> Stream<T> of(List<Part> parts, Class<T> kind) {
    return parts.stream().filter(kind::isInstance).map(kind::cast);
  }

  private static Part part(Readable row) {
    return switch (required(row, "what", String.class)) {
      case "START" -> new Part.Start(required(row, "first", Instant.class));
      case "MARK" -> new Part.Marked(new Mark(source(row), optional(row, "first", Instant.class)));
      default ->
          new Part.Missing(
              new Gap(
                  source(row),
                  required(row, "lost", Long.class),
                  required(row, "first", Instant.class),
                  required(row, "last", Instant.class),
                  optional(row, "closed", Instant.class)));
    };
  }

  private static Source source(Readable row) {
    return Source.of(required(row, "topic", String.class));
  }
}
