package fi.lupa.audit;

import fi.lupa.audit.entry.LogRowColumns;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import fi.lupa.testkit.Backends;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Puts many entries into a log at once, past Kafka. */
public final class FilledLog {
  private FilledLog() {}

  /** The same event again and again, one second apart, the last one a second before {@code end}. */
  public static void add(Backends.Database database, Event event, int count, Instant end)
      throws SQLException {
    LogRowColumns row = LogRowColumns.of(List.of(event));
    try (Connection connection = database.connect();
        Statement months = connection.createStatement();
        PreparedStatement sql =
            connection.prepareStatement(
                """
                with made as (
                  select gen_random_uuid() as id, ?::timestamptz - n * interval '1 second' as time
                  from generate_series(1, ?) n
                ), kept as (
                  insert into event (event_id, time, type, data) select id, time, ?, ? from made
                )
                insert into log_entry (client_ref, time, event_id, organisation, controllers, kind, basis, tasks)
                select ?, time, id, ?, ?::uuid[], ?, ?, ? from made
                """)) {
      for (Instant at = end.minusSeconds(count); !at.isAfter(end); at = at.plusSeconds(86_400)) {
        months.execute("select ensure_month('" + at + "')");
      }
      months.execute("select ensure_month('" + end + "')");
      sql.setObject(1, end.atOffset(ZoneOffset.UTC));
      sql.setInt(2, count);
      sql.setString(3, EventType.of(event).ceType());
      sql.setString(4, JsonMapper.shared().writeValueAsString(event));
      sql.setObject(5, row.clients()[0]);
      sql.setObject(6, row.organisations()[0]);
      sql.setString(7, row.controllers()[0]);
      sql.setInt(8, row.kinds()[0]);
      sql.setInt(9, row.bases()[0]);
      sql.setInt(10, row.tasks()[0]);
      sql.execute();
    }
  }
}
