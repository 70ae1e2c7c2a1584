package fi.lupa.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The audit-service's database of the Lupa on this machine. */
final class LogDatabase {
  private LogDatabase() {}

  static Connection open(Settings settings) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + (settings.port() + 6) + "/lupa_audit", "lupa", "lupa");
  }

  static long number(Connection db, String sql) throws SQLException {
    try (Statement ask = db.createStatement();
        ResultSet row = ask.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
