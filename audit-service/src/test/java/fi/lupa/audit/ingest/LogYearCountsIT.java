package fi.lupa.audit.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.testkit.Backends;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A log of before V170 is counted by it, and counted on after it. */
class LogYearCountsIT {
  private static final String ADD =
      """
      insert into log_entry (client_ref, time, event_id, organisation, controllers, kind, basis, tasks)
      select '00000000-0000-4000-8000-000000000001', time, gen_random_uuid(), nullif('%s', '')::uuid, '{}', 1, 0, 0
      from generate_series('%s'::timestamptz, '%s', '1 day') time
      """;
  private static final String SOMEBODY = "00000000-0000-4000-8000-000000000002";

  private final Backends.Database database = Backends.database("audit");

  @Test
  void entriesOfBeforeAreCounted() throws SQLException {
    flyway("160");
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement()) {
      for (String month : List.of("2024-12", "2025-01", "2025-02")) {
        sql.execute("select ensure_month('" + month + "-01 00:00Z')");
      }
      sql.execute(ADD.formatted(SOMEBODY, "2024-12-30 12:00Z", "2025-01-03 12:00Z"));
      sql.execute(ADD.formatted("", "2025-01-02 12:00Z", "2025-01-02 12:00Z"));

      flyway("latest");

      assertThat(counted(sql))
          .containsExactly("2024 2 2024-12-31", "2025 1 2025-01-02 (nobody)", "2025 3 2025-01-03");
      sql.execute(ADD.formatted(SOMEBODY, "2025-01-31 12:00Z", "2025-02-01 12:00Z"));
      sql.execute(ADD.formatted("", "2025-01-01 12:00Z", "2025-01-01 12:00Z"));
      assertThat(counted(sql))
          .containsExactly("2024 2 2024-12-31", "2025 2 2025-01-02 (nobody)", "2025 5 2025-02-01");
    }
  }

  private void flyway(String version) {
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("classpath:db/platform", "classpath:db/migration")
        .javaMigrations(new V96__FillLogColumns(JsonMapper.shared()))
        .target(MigrationVersion.fromVersion(version))
        .load()
        .migrate();
  }

  private static List<String> counted(Statement sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet found =
        sql.executeQuery(
            "select concat_ws(' ', year, entries, (last at time zone 'UTC')::date, case when organisation is null"
                + " then '(nobody)' end) from log_year order by 1")) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }
}
