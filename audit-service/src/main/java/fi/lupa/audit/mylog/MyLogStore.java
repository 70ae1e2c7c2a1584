package fi.lupa.audit.mylog;

import fi.lupa.audit.readmodel.Recorded;
import fi.lupa.audit.withholding.Withholdings;
import fi.lupa.contracts.ClientRef;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one client's events. Every statement names the client, whose temporary identifiers follow
 * from the client alone: there is no way to someone else's.
 */
@Repository
class MyLogStore {
  /**
   * The key alone finds the page, in order and without sorting. What stands under a temporary
   * identifier of the client is looked up beside it, so that a client who has none pays one look
   * for it, and merged. {@code offset 0} keeps the planner from turning the look-up of at most 201
   * events into a scan of all.
   */
  static final String PAGE =
      """
      with page as materialized (
        select time, event_id from (
          (select time, event_id from log_entry
           where client_ref = $1 and MATCHES
           order by time desc, event_id desc
           limit $9)
          union all
          (select own.time, own.event_id
           from client_link link cross join lateral (
             select time, event_id from log_entry
             where log_entry.client_ref = link.former_ref and MATCHES
             order by time desc, event_id desc
             limit $9
           ) as own
           where link.client_ref = $1 and link.linked)
        ) as entry
        order by time desc, event_id desc
        limit $9
      )
      select page.event_id, page.time, found.type, found.data
      from page cross join lateral (
        select type, data from event
        where event.event_id = page.event_id and event.time = page.time and event.data is not null offset 0
      ) as found
      order by page.time desc, page.event_id desc
      """
          .replace("MATCHES", Matching.SQL);

  /** The same without what is withheld, for which the table itself must be looked at. */
  private static final String PAGE_AS_IS_TOLD =
      PAGE.replace(Matching.SQL, Matching.SQL + "and " + Withholdings.notWithheld("$10"));

  private static final String ONE =
      """
      select event.event_id, event.time, event.type, event.data
      from event join log_entry on log_entry.event_id = event.event_id and log_entry.time = event.time
      where event.event_id = $2 and event.data is not null and (log_entry.client_ref = $1 or log_entry.client_ref in (
        select former_ref from client_link where client_ref = $1 and linked))
        and NOT_WITHHELD
      """
          .replace("NOT_WITHHELD", Withholdings.notWithheld("$3"));

  private final DatabaseClient db;
  private final JsonMapper json;
  private final Withholdings withholdings;
  private final YearStore years;

  MyLogStore(DatabaseClient db, JsonMapper json, Withholdings withholdings, YearStore years) {
    this.db = db;
    this.withholdings = withholdings;
    this.json = json;
    this.years = years;
  }

  /** At most {@code limit} of the meant events after a place, newest first. */
  Mono<List<Recorded>> page(ClientRef client, LogFilter filter, LogPlace after, int limit) {
    return withholdings.any(client).flatMap(any -> page(client, any, filter, after, limit));
  }

  /**
   * @param withheld whether anything of it may be
   */
  Mono<List<Recorded>> page(
      ClientRef client, boolean withheld, LogFilter filter, LogPlace after, int limit) {
    return years
        .narrowed(client, filter)
        .flatMap(runs -> page(client, withheld, runs, after, limit));
  }

  /** What one run of years doesn't fill, older ones do. */
  private Mono<List<Recorded>> page(
      ClientRef client, boolean withheld, List<LogFilter> runs, LogPlace after, int limit) {
    if (runs.isEmpty()) {
      return Mono.just(List.of());
    }
    DatabaseClient.GenericExecuteSpec sql =
        withheld ? db.sql(PAGE_AS_IS_TOLD).bind(9, withholdings.today()) : db.sql(PAGE);
    return Matching.bind(sql, client, runs.getFirst(), after)
        .bind(8, limit)
        .map(row -> Recorded.of(row, json))
        .all()
        .collectList()
        .flatMap(page ->
            page.size() == limit
                ? Mono.just(page)
                : page(client, withheld, runs.subList(1, runs.size()), after, limit - page.size())
                    .map(older -> Stream.concat(page.stream(), older.stream()).toList()));
  }

  Mono<Recorded> one(ClientRef client, UUID id) {
    return db.sql(ONE)
        .bind(0, client.value())
        .bind(1, id)
        .bind(2, withholdings.today())
        .map(row -> Recorded.of(row, json))
        .first();
  }
}
