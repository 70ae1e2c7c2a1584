package fi.lupa.audit.retention;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.platform.problem.Problem;
import io.r2dbc.spi.R2dbcException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Drops months. Whether one may go the database decides, whoever asks it. */
@Repository
class MonthStore {
  /**
   * It waits for readers as long as whoever rebuilds: all who come wait behind. To look through a
   * large month takes longer than other statements may.
   */
  private static final String BRIEFLY =
      "select set_config('lock_timeout', '500ms', true), set_config('statement_timeout', '15min', true)";

  private static final String DROP = "select drop_month($1, $2)";
  private static final String ONE =
      "select events, kept, dropped_at from log_month_dropped where month = $1";

  /** By the states that {@code drop_month} raises. */
  private static final Map<String, String> REFUSALS =
      Map.of(
          "LM404", "NOT_FOUND",
          "LM001", "LOG_MONTH_NOT_CLEARED",
          "LM002", "LOG_MONTH_NOT_ANCHORED",
          "LM003", "REBUILD_RUNNING",
          "55P03", "BACKEND_UNAVAILABLE");

  private final DatabaseClient db;

  MonthStore(DatabaseClient db) {
    this.db = db;
  }

  /**
   * @param events whose keys went
   * @param kept that stay, because they are still needed
   */
  record Dropped(String month, long events, long kept, Instant droppedAt) {}

  /** Must run inside a transaction; an error tells why it may not go. */
  Mono<Dropped> drop(YearMonth month, String by) {
    return db.sql(BRIEFLY)
        .then()
        .then(db.sql(DROP).bind(0, month.atDay(1)).bind(1, by).then())
        .onErrorMap(DataAccessException.class, MonthStore::refusal)
        .then(
            db.sql(ONE)
                .bind(0, month.atDay(1))
                .map(row ->
                    new Dropped(
                        month.toString(),
                        required(row, "events", Long.class),
                        required(row, "kept", Long.class),
                        required(row, "dropped_at", Instant.class)))
                .one());
  }

  private static Throwable refusal(DataAccessException error) {
    String code =
        error.getCause() instanceof R2dbcException cause
            ? REFUSALS.get(String.valueOf(cause.getSqlState()))
            : null;
    return code == null ? error : Problem.of(code);
  }
}
