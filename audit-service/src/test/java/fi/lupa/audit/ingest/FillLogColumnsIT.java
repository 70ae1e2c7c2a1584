package fi.lupa.audit.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.audit.Events;
import fi.lupa.audit.entry.LogRow;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.OrganisationIds;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import fi.lupa.testkit.Backends;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A log of before V95 has, after it, rows as if its events had come now. */
class FillLogColumnsIT {
  private final Backends.Database database = Backends.database("audit");
  private final JsonMapper json = JsonMapper.builder().build();

  @Test
  void rowsOfBeforeAreFilledFromTheirEvents() throws SQLException {
    flyway().target("70").load().migrate();
    Event read = Events.read(Events.CLIENT, 1);
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement()) {
      sql.execute("select ensure_month('2026-11-01 00:00+00')");
      for (int i = 0; i < 1500; i++) {
        add(connection, read);
      }
      add(connection, Events.informing(Events.CLIENT, Channel.CITIZEN));
    }

    flyway().load().migrate();

    LogRow row = LogRow.of(read).orElseThrow();
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement();
        ResultSet found =
            sql.executeQuery(
                """
                select kind, basis, tasks, organisation, controllers::text, count(*) from log_entry
                group by 1, 2, 3, 4, 5 order by kind
                """)) {
      found.next();
      assertThat(found.getInt(1)).isEqualTo(row.kind().code());
      assertThat(found.getInt(2)).isEqualTo(LogRow.code(row.basis()));
      assertThat(found.getInt(3)).isEqualTo(LogRow.bits(row.tasks()));
      assertThat(found.getObject(4)).isEqualTo(OrganisationIds.of(row.organisation()));
      assertThat(found.getString(5))
          .isEqualTo("{" + OrganisationIds.of(row.controllers().getFirst()) + "}");
      assertThat(found.getInt(6)).isEqualTo(1500);
      found.next();
      assertThat(found.getInt(1)).isEqualTo(8);
      assertThat(found.getObject(4)).isNull();
      assertThat(found.getString(5)).isEqualTo("{}");
      assertThat(found.next()).isFalse();
    }
  }

  private void add(Connection connection, Event event) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            """
            with kept as (
              insert into event (event_id, time, type, data)
              values (?, timestamptz '2026-11-22 12:00+00', ?, ?) returning event_id, time
            )
            insert into log_entry (client_ref, time, event_id) select ?, time, event_id from kept
            """)) {
      sql.setObject(1, UUID.randomUUID());
      sql.setString(2, EventType.of(event).ceType());
      sql.setString(3, json.writeValueAsString(event));
      sql.setObject(4, Events.CLIENT.value());
      sql.execute();
    }
  }

  private FluentConfiguration flyway() {
    return Flyway.configure()
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("classpath:db/platform", "classpath:db/migration")
        .javaMigrations(new V96__FillLogColumns(json));
  }
}
