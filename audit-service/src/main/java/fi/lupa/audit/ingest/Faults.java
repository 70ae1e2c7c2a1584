package fi.lupa.audit.ingest;

import io.r2dbc.spi.R2dbcException;
import java.util.List;

/** Tells a record that can never be stored from a database that can't store anything now. */
final class Faults {
  /** SQLSTATE classes: data exception, integrity violation, program limit exceeded. */
  private static final List<String> OF_DATA = List.of("22", "23", "54");

  private Faults() {}

  static boolean lieInData(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof R2dbcException sql
          && sql.getSqlState() instanceof String state
          && OF_DATA.stream().anyMatch(state::startsWith)) {
        return true;
      }
    }
    return false;
  }
}
