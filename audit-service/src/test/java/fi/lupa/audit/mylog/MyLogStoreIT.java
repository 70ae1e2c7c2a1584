package fi.lupa.audit.mylog;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.audit.SharedIT;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** However large the log is, a page is found by its key, month by month. */
class MyLogStoreIT extends SharedIT {
  private static final UUID BUSY = UUID.fromString("00000000-0000-0000-0000-000000000001");

  @Test
  void aPageIsFoundByTheKeyAlone() throws SQLException {
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement()) {
      fill(sql);

      String plan = String.join("\n", plan(sql, "2031-03-15 00:00:00+00"));

      assertThat(plan)
          .contains("Index Only Scan Backward using log_entry_2031_03_pkey")
          .contains("event_2031_03_pkey")
          .doesNotContainPattern("Seq Scan(?![^\\n]*never executed)");
      assertThat(actualRows("2031_03", plan))
          .as("rows read from the busy month's key")
          .isLessThanOrEqualTo(51);
      assertThat(plan)
          .as("older months are not touched when one gives a whole page")
          .containsPattern(
              "log_entry_2031_02_pkey on log_entry_2031_02[^\\n]*\\(never executed\\)");
      assertThat(plan).as("newer months are not even planned").doesNotContain("log_entry_2031_04");
    }
  }

  /**
   * As the page's own connections have it, which plan the statement once for all clients: be it
   * when the month was still empty.
   */
  @Test
  void aPlanForEveryClientFindsItByTheKeyToo() throws SQLException {
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement()) {
      for (String month : List.of("2032_02", "2032_03")) {
        sql.execute("select ensure_month('" + month.replace('_', '-') + "-01 00:00+00')");
        sql.execute("analyze event_%s, log_entry_%s".formatted(month, month));
      }
      sql.execute("set plan_cache_mode = force_generic_plan");
      sql.execute("set enable_seqscan = off");
      sql.execute(
          "prepare page (uuid, timestamptz, uuid, timestamptz, uuid, int[], int[], int, int) as "
              + MyLogStore.PAGE);

      String execute = "execute page (" + values("2032-03-15 00:00:00+00") + ")";
      assertThat(explain(sql, execute)).noneMatch(line -> line.contains("Seq Scan"));
      fill(sql, "2032-02-01");
      fill(sql, "2032-03-01");
      String plan = String.join("\n", explain(sql, execute));

      assertThat(plan)
          .contains("Index Only Scan Backward using log_entry_2032_03_pkey")
          .contains("Index Scan using event_2032_03_pkey")
          .doesNotContain("Seq Scan")
          .containsPattern(
              "log_entry_2032_02_pkey on log_entry_2032_02[^\\n]*\\(never executed\\)");
      assertThat(actualRows("2032_03", plan)).isLessThanOrEqualTo(51);
    }
  }

  /** With temporary identifiers each is looked up as the one before, and the pages are merged. */
  @Test
  void aPageOverLinkedReferencesReadsAtMostAPageOfEach() throws SQLException {
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement()) {
      fill(sql);
      sql.execute(
          "insert into client_link select other, '"
              + BUSY
              + "', 1, true from unnest(array["
              + "'00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000003']::uuid[]) other");
      String plan = String.join("\n", plan(sql, "2031-03-15 00:00:00+00"));

      assertThat(plan)
          .contains("Index Only Scan Backward using log_entry_2031_03_pkey")
          .doesNotContainPattern("Seq Scan on (log_entry|event)_2031");
      assertThat(actualRows("2031_03", plan)).isLessThanOrEqualTo(51);
    } finally {
      try (Connection connection = database.connect();
          Statement sql = connection.createStatement()) {
        sql.execute("delete from client_link where client_ref = '" + BUSY + "'");
      }
    }
  }

  private static void fill(Statement sql) throws SQLException {
    for (String month : List.of("2031-01-01", "2031-02-01", "2031-03-01", "2031-04-01")) {
      sql.execute("select ensure_month('" + month + " 00:00+00')");
      fill(sql, month);
    }
    sql.execute("vacuum analyze log_entry");
    sql.execute("vacuum analyze event");
  }

  private static void fill(Statement sql, String month) throws SQLException {
    sql.execute(
        """
        with made as (
          select gen_random_uuid() as id, timestamptz '%s 00:00+00' + n * interval '2 minutes' as time,
            case when n %% 20 = 0 then uuid '%s' else gen_random_uuid() end as client
          from generate_series(1, 15000) n
        ), kept as (
          insert into event (event_id, time, type, data) select id, time, 't', '{}' from made
        )
        insert into log_entry (client_ref, time, event_id, controllers, kind, basis, tasks)
        select client, time, id, '{}', 1, 1, 0 from made
        """
            .formatted(month, BUSY));
  }

  private static List<String> plan(Statement sql, String before) throws SQLException {
    String query = MyLogStore.PAGE;
    String[] values = values(before).split(", ");
    for (int n = 0; n < values.length; n++) {
      query = query.replace("$" + (n + 1), values[n]);
    }
    return explain(sql, query);
  }

  /** What the page's statement is asked with, in order. */
  private static String values(String before) {
    return String.join(
        ", ",
        "'" + BUSY + "'::uuid",
        "timestamptz '" + before + "'",
        "'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid",
        "timestamptz '2000-01-01 00:00+00'",
        "null",
        "array[]::int[]",
        "array[]::int[]",
        "0",
        "51");
  }

  private static List<String> explain(Statement sql, String query) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (ResultSet found =
        sql.executeQuery("explain (analyze, costs off, timing off, buffers off) " + query)) {
      while (found.next()) {
        lines.add(found.getString(1));
      }
    }
    return lines;
  }

  private static int actualRows(String month, String plan) {
    var found =
        java.util.regex.Pattern.compile("log_entry_" + month + "_pkey on [^\\n]*rows=([0-9]+)")
            .matcher(plan);
    assertThat(found.find()).isTrue();
    return Integer.parseInt(found.group(1));
  }
}
