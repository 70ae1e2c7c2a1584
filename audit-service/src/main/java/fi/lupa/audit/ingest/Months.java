package fi.lupa.audit.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

  /** Fewer than these and somebody has to look. */
  private static final int ENOUGH = 2;

  private static final int FURTHEST = 24;

  /** The months after this one that all log tables have, up to the first that one lacks. */
  private static final String THERE =
      """
      select coalesce(min(n), $2 + 1) - 1 as ahead
      from generate_series(0, $2) n cross join (values ('event'), ('log_entry')) as parent (name)
      where not exists (
        select from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = parent.name::regclass
          and c.relname = parent.name || to_char($1::date + make_interval(months => n), '_YYYY_MM'))
      """;

  private final Set<YearMonth> made = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable Integer> ahead = new AtomicReference<>();
  private final DatabaseClient db;
  private final Clock clock;

  Months(DatabaseClient db, Clock clock, MeterRegistry meters) {
    this.db = db;
    this.clock = clock;
    Gauge.builder("lupa.log.months.ahead", ahead, Months::known)
        .description("months after this one that the log has room for")
        .register(meters);
  }

  /**
   * How many months after this one the log has room for, as last seen; empty before the first look.
   */
  Optional<Integer> ahead() {
    return Optional.ofNullable(ahead.get());
  }

  boolean enough() {
    return ahead().map(months -> months >= ENOUGH).orElse(true);
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
      forget();
      ensure(months).block(PATIENCE);
    } catch (RuntimeException e) {
      LOG.warn("partitions ahead wait for the next round: {}", e.getClass().getSimpleName());
    }
    look(now);
  }

  /** Looks at what is there, whoever made it. */
  private void look(YearMonth now) {
    try {
      ahead.set(
          db.sql(THERE)
              .bind(0, now.atDay(1))
              .bind(1, FURTHEST)
              .map(row -> Objects.requireNonNull(row.get("ahead", Integer.class)))
              .one()
              .block(PATIENCE));
    } catch (RuntimeException e) {
      LOG.warn("the months ahead couldn't be counted: {}", e.getClass().getSimpleName());
      return;
    }
    if (!enough()) {
      LOG.error("the log has room for {} months after this one only", ahead.get());
    }
  }

  private static double known(AtomicReference<@Nullable Integer> ahead) {
    Integer months = ahead.get();
    return months == null ? Double.NaN : months;
  }

  private Mono<Void> make(YearMonth month) {
    OffsetDateTime start = month.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    return db.sql("select ensure_month($1)")
        .bind(0, start)
        .then()
        .doOnSuccess(done -> made.add(month));
  }
}
