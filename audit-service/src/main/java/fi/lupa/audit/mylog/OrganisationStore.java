package fi.lupa.audit.mylog;

import static java.util.Objects.requireNonNull;

import fi.lupa.audit.entry.LogEntry.Kind;
import fi.lupa.audit.withholding.Withholdings;
import fi.lupa.contracts.ClientRef;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Counts what each organisation did in one client's log, out of the key alone. */
@Repository
class OrganisationStore {
  static final String ACTED =
      """
      with own as materialized (
        select array(select $1 union all select former_ref from client_link where client_ref = $1 and linked) as refs
      ), acted as materialized (
        select organisation, count(*) filter (where kind = any($9)) as accesses, count(*) as entries,
          max(time) filter (where kind = any($9)) as last_access, max(time) as last
        from log_entry
        where client_ref = any((select refs from own)::uuid[]) and organisation is not null and MATCHES
        group by organisation
      )
      select acted.organisation, accesses, entries, last_access, newest.*
      from acted cross join lateral (
        select event.event_id, event.time, event.type, event.data
        from log_entry join event on event.event_id = log_entry.event_id and event.time = log_entry.time
        where log_entry.client_ref = any((select refs from own)::uuid[]) and log_entry.time = acted.last
          and log_entry.organisation = acted.organisation
        limit 1
      ) as newest
      order by newest.time desc, acted.organisation
      """
          .replace("MATCHES", Matching.SQL);

  private static final String ACTED_AS_IS_TOLD =
      ACTED
          .replace(Matching.SQL, Matching.SQL + "and " + Withholdings.notWithheld("$10"))
          .replace(
              "and log_entry.organisation = acted.organisation",
              "and log_entry.organisation = acted.organisation and "
                  + Withholdings.notWithheld("$10"));

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
    DatabaseClient.GenericExecuteSpec sql =
        withheld ? db.sql(ACTED_AS_IS_TOLD).bind(9, withholdings.today()) : db.sql(ACTED);
    return Matching.bind(sql, client, filter, LogPlace.TOP)
        .bind(8, ACCESSES)
        .map(this::acted)
        .all()
        .collectList();
  }

  private Acted acted(Readable row) {
    return new Acted(
        requireNonNull(row.get("organisation", UUID.class)),
        requireNonNull(row.get("accesses", Long.class)),
        requireNonNull(row.get("entries", Long.class)),
        row.get("last_access", Instant.class),
        StoredEvent.of(row, json));
  }
}
