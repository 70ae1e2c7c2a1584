package fi.lupa.audit.ingest;

import fi.lupa.audit.entry.LogRowColumns;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Fills the columns of V95 from the events, by the same code that fills them for new ones. */
@Component
class V96__FillLogColumns extends BaseJavaMigration {
  private static final int BATCH = 1000;
  private static final String READ =
      """
      select event.event_id, event.time, event.type, event.data
      from log_entry join event on event.event_id = log_entry.event_id and event.time = log_entry.time
      where log_entry.kind is null
      """;
  private static final String FILL =
      """
      update log_entry
      set organisation = one.organisation, controllers = one.controllers::uuid[], kind = one.kind, basis = one.basis,
        tasks = one.tasks
      from unnest(?::uuid[], ?::timestamptz[], ?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::int[], ?::int[])
        as one (event_id, time, client_ref, organisation, controllers, kind, basis, tasks)
      where log_entry.client_ref = one.client_ref and log_entry.time = one.time and log_entry.event_id = one.event_id
      """;

  private final JsonMapper json;

  V96__FillLogColumns(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    try (PreparedStatement read = connection.prepareStatement(READ)) {
      read.setFetchSize(BATCH);
      try (ResultSet found = read.executeQuery()) {
        List<Row> rows = new ArrayList<>(BATCH);
        while (found.next()) {
          rows.add(row(found));
          if (rows.size() == BATCH) {
            fill(connection, rows);
            rows.clear();
          }
        }
        fill(connection, rows);
      }
    }
  }

  private static void fill(Connection connection, List<Row> rows) throws SQLException {
    LogRowColumns columns = LogRowColumns.of(rows.stream().map(Row::event).toList());
    try (PreparedStatement fill = connection.prepareStatement(FILL)) {
      fill.setArray(1, connection.createArrayOf("uuid", rows.stream().map(Row::id).toArray()));
      fill.setArray(
          2, connection.createArrayOf("timestamptz", rows.stream().map(Row::time).toArray()));
      fill.setArray(3, connection.createArrayOf("uuid", columns.clients()));
      fill.setArray(4, connection.createArrayOf("uuid", columns.organisations()));
      fill.setArray(5, connection.createArrayOf("text", columns.controllers()));
      fill.setArray(6, connection.createArrayOf("int", columns.kinds()));
      fill.setArray(7, connection.createArrayOf("int", columns.bases()));
      fill.setArray(8, connection.createArrayOf("int", columns.tasks()));
      fill.executeUpdate();
    }
  }

  private Row row(ResultSet found) throws SQLException {
    EventType type = EventType.named(found.getString("type")).orElseThrow();
    return new Row(
        found.getObject("event_id", UUID.class),
        found.getObject("time", OffsetDateTime.class),
        json.readValue(found.getString("data"), type.record()));
  }

  private record Row(UUID id, OffsetDateTime time, Event event) {}
}
