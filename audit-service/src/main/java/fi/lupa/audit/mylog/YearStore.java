package fi.lupa.audit.mylog;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.ClientRef;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Tells in which years a client's log may hold what a filter asks for. So a filter that matches
 * little doesn't read the whole log to find out.
 */
@Repository
class YearStore {
  private static final String YEARS =
      """
      select distinct year from log_year
      where client_ref = any(array(
          select $1 union all select former_ref from client_link where client_ref = $1 and linked))
        and year between $2 and $3
        and ($4::uuid is null or organisation = $4)
        and (cardinality($5::int[]) = 0 or kind = any($5))
        and (cardinality($6::int[]) = 0 or basis = any($6))
        and ($7 = 0 or tasks & $7 <> 0)
      order by year desc
      """;

  private final DatabaseClient db;

  YearStore(DatabaseClient db) {
    this.db = db;
  }

  /**
   * The filter, and the same for each run of years in which something may match it, the newest
   * first.
   */
  Mono<List<LogFilter>> narrowed(ClientRef client, LogFilter filter) {
    if (filter.ofDaysOnly()) {
      return Mono.just(List.of(filter));
    }
    DatabaseClient.GenericExecuteSpec bound =
        db.sql(YEARS)
            .bind(0, client.value())
            .bind(1, filter.from().atOffset(ZoneOffset.UTC).getYear())
            .bind(2, filter.until().atOffset(ZoneOffset.UTC).getYear())
            .bind(4, filter.kindCodes())
            .bind(5, filter.basisCodes())
            .bind(6, filter.taskBits());
    UUID organisation = filter.organisation();
    return (organisation == null ? bound.bindNull(3, UUID.class) : bound.bind(3, organisation))
        .map(row -> required(row, "year", Integer.class))
        .all()
        .collectList()
        .map(filter::during);
  }
}
