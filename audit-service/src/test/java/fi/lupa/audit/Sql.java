package fi.lupa.audit;

import fi.lupa.testkit.Backends;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into a test's database, and changes it behind the service's back. */
record Sql(Backends.Database database) {

  /** The first column. */
  List<String> rows(String sql) throws SQLException {
    try (Connection connection = database.connect();
        ResultSet found = connection.createStatement().executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(found.getString(1));
      }
      return rows;
    }
  }

  String text(String sql) throws SQLException {
    return rows(sql).getFirst();
  }

  long number(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.createStatement().execute(sql);
    }
  }
}
