package fi.lupa.authorization.onboarding.watch;

import static fi.lupa.platform.sql.Rows.required;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds what has passed and hasn't been seen to. */
@Component
final class WatchStore {
  private static final String EXPIRED =
      """
      select onboarding from onboarding_deadline
      where kind = 'CERTIFICATE' and met_at is null and not seen_to and due_on < $1
      order by due_on, onboarding
      limit 1000
      """;

  private static final String DEADLINES =
      """
      select kind, count(*) filter (where due_on < $1) as missed, count(*) filter (where due_on >= $1) as soon
      from onboarding_deadline
      where met_at is null and not seen_to and due_on <= $2
      group by kind
      """;

  private final DatabaseClient db;

  WatchStore(DatabaseClient db) {
    this.db = db;
  }

  /** Onboardings whose certificate's last day lies before the day; the oldest first. */
  Flux<UUID> expiredBefore(LocalDate day) {
    return db.sql(EXPIRED).bind(0, day).map(row -> required(row, "onboarding", UUID.class)).all();
  }

  /** Deadlines of everybody that aren't met: missed before {@code today}, or due by a later day. */
  Mono<Deadlines> deadlines(LocalDate today, LocalDate soon) {
    return db.sql(DEADLINES)
        .bind(0, today)
        .bind(1, soon)
        .map(row ->
            new Count(
                required(row, "kind", String.class),
                required(row, "missed", Long.class),
                required(row, "soon", Long.class)))
        .all()
        .collectList()
        .map(counts ->
            new Deadlines(
                counts.stream().collect(Collectors.toMap(Count::kind, Count::missed)),
                counts.stream().collect(Collectors.toMap(Count::kind, Count::soon))));
  }

  private record Count(String kind, long missed, long soon) {}
}
