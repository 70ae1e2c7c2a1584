package fi.lupa.audit.ingest;

import io.r2dbc.spi.R2dbcException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a record that can never be stored from a database that can't store anything now. */
final class Faults {
  /** SQLSTATE classes: data exception, integrity violation, program limit exceeded. */
  private static final List<String> OF_DATA = List.of("22", "23", "54");

  private Faults() {}

  static boolean lieInData(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (state(cause) instanceof String state && OF_DATA.stream().anyMatch(state::startsWith)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String state(Throwable cause) {
    return switch (cause) {
      case R2dbcException sql -> sql.getSqlState();
      case SQLException sql -> sql.getSQLState();
      default -> null;
    };
  }
}
