package fi.lupa.platform.sql.direct;

import io.r2dbc.spi.Readable;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The row at which a result stands: to be read before the next. */
final class DirectRow implements Readable {
  private final ResultSet result;

  DirectRow(ResultSet result) {
    this.result = result;
  }

  @Override
  public <T> @Nullable T get(int index, Class<T> type) {
    return type.cast(value(index + 1, type));
  }

  @Override
  public <T> @Nullable T get(String name, Class<T> type) {
    try {
      return type.cast(value(result.findColumn(name), type));
    } catch (SQLException e) {
      throw Failures.translate(e);
    }
  }

  private @Nullable Object value(int column, Class<?> type) {
    try {
      if (type == String.class) {
        return result.getString(column);
      }
      if (type == byte[].class) {
        return result.getBytes(column);
      }
      if (type == Instant.class) {
        OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
      }
      if (type.isArray()) {
        Array array = result.getArray(column);
        return array == null ? null : array.getArray();
      }
      return result.getObject(column, type);
    } catch (SQLException e) {
      throw Failures.translate(e);
    }
  }
}
