package fi.lupa.audit.tree;

import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.verify.tree.Base64Text;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Reads what the leaves have committed to, in the log's order, and in whose logs it stands. */
@Repository
class DumpStore {
  private static final String LOGGED =
      """
      select leaf.idx, leaf.event_id, event.type, event.data, leaf.salts,
        array(select entry.client_ref::text from log_entry entry
          where entry.event_id = leaf.event_id and entry.time = leaf.time) as clients
      from log_leaf leaf
      join event on event.event_id = leaf.event_id and event.time = leaf.time and event.data is not null
      where leaf.idx >= $1 and leaf.idx < $2 and leaf.cleared is null
      order by leaf.idx
      """;

  /** Events and places in logs that no leaf has. */
  private static final String UNLOGGED =
      """
      select event_id from event
      where not exists (
        select from log_leaf leaf where leaf.event_id = event.event_id and leaf.time = event.time
          and leaf.cleared is null and leaf.idx < (select size from log_tree))
      union all
      select event_id from log_entry entry
      where not exists (
        select from log_leaf leaf where leaf.event_id = entry.event_id and leaf.time = entry.time
          and leaf.cleared is null and leaf.idx < (select size from log_tree))
      """;

  private final DatabaseClient db;

  DumpStore(DatabaseClient db) {
    this.db = db;
  }

  /** A line of the dump; verify's {@code Dump} reads it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long index,
      UUID event,
      @Nullable String type,
      @Nullable List<String> clients,
      @Nullable String salts,
      @Nullable String data) {}

  Flux<Line> logged(long from, long to) {
    return db.sql(LOGGED).bind(0, from).bind(1, to).map(DumpStore::line).all();
  }

  Flux<Line> unlogged() {
    return db.sql(UNLOGGED)
        .map(row -> new Line(null, required(row, "event_id", UUID.class), null, null, null, null))
        .all();
  }

  private static Line line(Readable row) {
    byte[] salts = optional(row, "salts", byte[].class);
    return new Line(
        required(row, "idx", Long.class),
        required(row, "event_id", UUID.class),
        required(row, "type", String.class),
        List.of(required(row, "clients", String[].class)),
        salts == null ? "" : Base64Text.of(salts),
        required(row, "data", String.class));
  }
}
