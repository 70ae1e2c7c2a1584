package fi.lupa.audit.mylog;

import static java.util.Objects.requireNonNull;

import fi.lupa.audit.entry.LogEntry.Kind;
import fi.lupa.audit.readmodel.Recorded;
import fi.lupa.audit.withholding.Withholdings;
import fi.lupa.contracts.ClientRef;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Tells what each organisation did in one client's log. */
@Repository
class OrganisationStore {
  private static final String YEARS =
      """
      select organisation, kind, entries::bigint, last from log_year
      where client_ref = any((select refs from own)::uuid[]) and organisation is not null
        and year >= extract(year from $2 at time zone 'UTC') and year < extract(year from $3 at time zone 'UTC')
        and WHAT
      """
          .replace("WHAT", Matching.WHAT);

  /** Out of the key alone. */
  private static final String ENTRIES =
      """
      select organisation, kind, count(*), max(time) from log_entry
      where client_ref = any((select refs from own)::uuid[]) and organisation is not null
        and time >= %s and time < %s and WHAT
      group by organisation, kind
      """
          .replace("WHAT", Matching.WHAT);

  private static final String ACTED =
      """
      with own as materialized (
        select array(select $1 union all select former_ref from client_link where client_ref = $1 and linked) as refs
      ), counted (organisation, kind, entries, last) as (
        COUNTED
      ), acted as materialized (
        select organisation, coalesce(sum(entries) filter (where kind = any($4)), 0)::bigint as accesses,
          sum(entries)::bigint as entries, max(last) filter (where kind = any($4)) as last_access, max(last) as last
        from counted group by organisation
      )
      select acted.organisation, accesses, entries, last_access, newest.*
      from acted cross join lateral (
        select event.event_id, event.time, event.type, event.data
        from log_entry join event on event.event_id = log_entry.event_id and event.time = log_entry.time
        where log_entry.client_ref = any((select refs from own)::uuid[]) and log_entry.time = acted.last
          and log_entry.organisation = acted.organisation and SEEN
        limit 1
      ) as newest
      order by newest.time desc, acted.organisation
      """;

  /** Years are counted already. */
  static final String BY_YEARS = ACTED.replace("COUNTED", YEARS).replace("SEEN", "true");

  /** What is before the first whole year and behind the last isn't. */
  static final String BY_PARTS =
      ACTED
          .replace(
              "COUNTED",
              String.join(
                  "union all ",
                  YEARS,
                  ENTRIES.formatted("$9", "$2"),
                  ENTRIES.formatted("$3", "$10")))
          .replace("SEEN", "true");

  private static final String AS_IS_TOLD =
      ACTED
          .replace(
              "COUNTED",
              ENTRIES
                  .formatted("$2", "$3")
                  .replace("group by", "and " + Withholdings.notWithheld("$9") + " group by"))
          .replace("SEEN", Withholdings.notWithheld("$9"));

  private static final Integer[] ACCESSES = {Kind.ACCESS.code(), Kind.BREAK_GLASS.code()};

  private final DatabaseClient db;
  private final JsonMapper json;
  private final Withholdings withholdings;
  private final YearStore years;

  OrganisationStore(
      DatabaseClient db, JsonMapper json, Withholdings withholdings, YearStore years) {
    this.db = db;
    this.withholdings = withholdings;
    this.json = json;
    this.years = years;
  }

  /** The latest first. */
  Mono<List<Acted>> of(ClientRef client, LogFilter filter) {
    return withholdings
        .any(client)
        .flatMap(any ->
            years
                .narrowed(client, filter)
                .flatMap(runs ->
                    runs.isEmpty()
                        ? Mono.just(List.of())
                        : of(client, any, spanning(filter, runs))));
  }

  private static LogFilter spanning(LogFilter filter, List<LogFilter> runs) {
    return filter.between(runs.getLast().from(), runs.getFirst().until());
  }

  private Mono<List<Acted>> of(ClientRef client, boolean withheld, LogFilter filter) {
    return Matching.bind(counting(withheld, filter), filter)
        .bind(0, client.value())
        .bind(3, ACCESSES)
        .map(this::acted)
        .all()
        .collectList();
  }

  /** What is withheld differs from entry to entry, so that they must be counted. */
  private DatabaseClient.GenericExecuteSpec counting(boolean withheld, LogFilter filter) {
    if (withheld) {
      return within(db.sql(AS_IS_TOLD), filter).bind(8, withholdings.today());
    }
    LogFilter years = filter.wholeYears();
    return years.equals(filter)
        ? within(db.sql(BY_YEARS), years)
        : within(db.sql(BY_PARTS), years).bind(8, utc(filter.from())).bind(9, utc(filter.until()));
  }

  private static DatabaseClient.GenericExecuteSpec within(
      DatabaseClient.GenericExecuteSpec sql, LogFilter filter) {
    return sql.bind(1, utc(filter.from())).bind(2, utc(filter.until()));
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  private Acted acted(Readable row) {
    return new Acted(
        requireNonNull(row.get("organisation", UUID.class)),
        requireNonNull(row.get("accesses", Long.class)),
        requireNonNull(row.get("entries", Long.class)),
        row.get("last_access", Instant.class),
        Recorded.of(row, json));
  }
}
