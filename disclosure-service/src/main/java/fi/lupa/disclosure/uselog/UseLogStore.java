package fi.lupa.disclosure.uselog;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Outcome;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.AccessPlace;
import fi.lupa.disclosure.uselog.signal.Signal;
import fi.lupa.disclosure.uselog.signal.Signals;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Pages of use logs. A condition that isn't asked for isn't in the statement either. */
@Repository
public class UseLogStore {
  private static final String PAGE =
      """
      select a.client_ref, a.occurred_at, a.outcome, r.explanation::text as explanation,
        array_remove(array[%s]::text[], null) as signals
      from (select * from use_log a where %s order by a.occurred_at %s, a.access_id %s limit %d) a
      join access_record r on r.id = a.access_id
      order by a.occurred_at %s, a.access_id %s
      """;

  private static final Instant NO_END = Instant.parse("9999-01-01T00:00:00Z");

  private final DatabaseClient db;
  private final JsonMapper json;
  private final Signals signals;
  private final String signalColumns;

  UseLogStore(DatabaseClient db, JsonMapper json, Signals signals) {
    this.db = db;
    this.json = json;
    this.signals = signals;
    this.signalColumns =
        Arrays.stream(Signal.values())
            .map(signal -> "case when " + signals.sql(signal) + " then '" + signal + "' end")
            .collect(Collectors.joining(",\n"));
  }

  /** Which way the pages go. */
  public enum Order {
    NEWEST_FIRST("desc", "<"),
    OLDEST_FIRST("asc", ">");

    private final String direction;
    private final String beyond;

    Order(String direction, String beyond) {
      this.direction = direction;
      this.beyond = beyond;
    }
  }

  /** The next rows after a place, or the first. */
  public Mono<List<UseLogEntry>> page(
      UseLogFilter filter, Order order, @Nullable AccessPlace after, int limit) {
    Conditions conditions = conditions(filter);
    if (after != null) {
      conditions.add(
          "(a.occurred_at, a.access_id) " + order.beyond + " (?, ?)",
          utc(after.time()),
          after.id());
    }
    String way = order.direction;
    String sql = PAGE.formatted(signalColumns, conditions.sql(), way, way, limit, way, way);
    return conditions.bind(db.sql(sql)).map(this::entry).all().collectList();
  }

  private Conditions conditions(UseLogFilter filter) {
    Conditions all = new Conditions();
    // the first three values: a signal names them $1 to $3
    all.add("a.organisation = ?", filter.organisation().value());
    if (filter.from() != null || filter.signal() != null) {
      all.add("a.occurred_at >= ?", utc(filter.from() == null ? Instant.EPOCH : filter.from()));
    }
    if (filter.to() != null || filter.signal() != null) {
      all.add("a.occurred_at < ?", utc(filter.to() == null ? NO_END : filter.to()));
    }
    if (filter.clients() != null) {
      UUID[] refs = filter.clients().stream().map(ClientRef::value).toArray(UUID[]::new);
      all.add("a.client_ref = any(?)", (Object) refs);
    }
    if (filter.professional() != null) {
      all.add(
          "a.requester = ? and a.professional = ?",
          filter.professional().organisation().value(),
          filter.professional().id());
    }
    if (filter.unit() != null) {
      all.add("a.unit = ?", filter.unit().value());
    }
    if (filter.basis() != null) {
      all.add("a.basis = ?", filter.basis().name());
    }
    if (filter.outcome() != null) {
      all.add("a.outcome = ?", filter.outcome().name());
    }
    if (filter.signal() != null) {
      all.addRule(
          filter.clients() == null && filter.professional() == null
              ? signals.search(filter.signal())
              : signals.sql(filter.signal()));
    }
    return all;
  }

  /** Conditions that must all hold, with their values in order. */
  private static final class Conditions {
    private final List<String> texts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /**
     * @param sql with a question mark for each value
     */
    void add(String sql, Object... more) {
      StringBuilder text = new StringBuilder();
      int from = 0;
      for (Object value : more) {
        int at = sql.indexOf('?', from);
        values.add(value);
        text.append(sql, from, at).append('$').append(values.size());
        from = at + 1;
      }
      texts.add(text.append(sql.substring(from)).toString());
    }

    void addRule(String sql) {
      texts.add("(" + sql + ")");
    }

    String sql() {
      return String.join(" and ", texts);
    }

    DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec statement) {
      DatabaseClient.GenericExecuteSpec bound = statement;
      for (int i = 0; i < values.size(); i++) {
        bound = bound.bind(i, values.get(i));
      }
      return bound;
    }
  }

  private UseLogEntry entry(Readable row) {
    return new UseLogEntry(
        new ClientRef(required(row, "client_ref", UUID.class)),
        required(row, "occurred_at", Instant.class),
        Outcome.valueOf(required(row, "outcome", String.class)),
        AccessExplanation.stored(required(row, "explanation", String.class), json),
        Arrays.stream(required(row, "signals", String[].class)).map(Signal::valueOf).toList());
  }

  private static OffsetDateTime utc(Instant time) {
    return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
  }
}
