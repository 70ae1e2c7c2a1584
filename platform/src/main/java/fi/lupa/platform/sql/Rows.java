package fi.lupa.platform.sql;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/** Reads columns and binds values with their nullness said. */
public final class Rows {
  private Rows() {}

  /**
   * @throws IllegalStateException when the column is null, naming the column only
   */
  public static <T> T required(Readable row, String column, Class<T> type) {
    T value = row.get(column, type);
    if (value == null) {
      throw new IllegalStateException("column " + column + " is null");
    }
    return value;
  }

  /** A value to bind that may be absent. */
  public static <T> Parameter nullable(Class<T> type, @Nullable T value) {
    return value == null ? Parameters.in(type) : Parameters.in(value);
  }

  public static <T> @Nullable T optional(Readable row, String column, Class<T> type) {
    return row.get(column, type);
  }
}
