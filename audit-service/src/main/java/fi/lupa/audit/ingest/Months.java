package fi.lupa.audit.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The log's monthly partitions (UTC): made ahead, and on demand for a month that nobody expected.
 */
@Component
class Months {
  private static final Logger LOG = LoggerFactory.getLogger(Months.class);
  private static final int AHEAD = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Set<YearMonth> made = ConcurrentHashMap.newKeySet();
  private final DatabaseClient db;
  private final Clock clock;

  Months(DatabaseClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  Mono<Void> ensure(Collection<YearMonth> months) {
    return Flux.fromStream(months.stream().filter(month -> !made.contains(month)).sorted())
        .concatMap(this::make)
        .then();
  }

  /** After a failure nothing is taken for granted: a partition may have been dropped by hand. */
  void forget() {
    made.clear();
  }

  @Scheduled(fixedDelayString = "PT1H")
  void makeAhead() {
    YearMonth now = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    Set<YearMonth> months =
        IntStream.rangeClosed(0, AHEAD).mapToObj(now::plusMonths).collect(Collectors.toSet());
    try {
      ensure(months).block(PATIENCE);
    } catch (RuntimeException e) {
      LOG.warn("partitions ahead wait for the next round: {}", e.getClass().getSimpleName());
    }
  }

  private Mono<Void> make(YearMonth month) {
    OffsetDateTime start = month.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    return db.sql("select ensure_month($1)")
        .bind(0, start)
        .then()
        .doOnSuccess(done -> made.add(month));
  }
}
