package fi.lupa.platform.sql.direct;

import io.r2dbc.spi.Parameter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values as they are bound with R2DBC, put into a JDBC statement. */
final class Values {
  private static final Map<Class<?>, String> ARRAYS =
      Map.of(
          String[].class, "text",
          UUID[].class, "uuid",
          Integer[].class, "int4",
          Long[].class, "int8",
          Boolean[].class, "bool",
          OffsetDateTime[].class, "timestamptz");

  private static final Map<Class<?>, String> TYPES =
      Map.of(
          String.class, "varchar",
          UUID.class, "uuid",
          Integer.class, "int4",
          Long.class, "int8",
          Boolean.class, "bool",
          byte[].class, "bytea",
          LocalDate.class, "date",
          Instant.class, "timestamptz",
          OffsetDateTime.class, "timestamptz");

  private Values() {}

  static void bind(PreparedStatement statement, int index, @Nullable Object bound)
      throws SQLException {
    Object value = bound instanceof Parameter parameter ? parameter.getValue() : bound;
    switch (value) {
      case null -> statement.setNull(index, Types.NULL, type(bound));
      case Instant instant ->
          statement.setObject(index, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
      case byte[] bytes -> statement.setBytes(index, bytes);
      case Object[] array -> statement.setArray(index, array(statement.getConnection(), array));
      default -> statement.setObject(index, value);
    }
  }

  /** Without one the server sees from the statement which it is. */
  private static @Nullable String type(@Nullable Object bound) {
    return bound instanceof Parameter none ? TYPES.get(none.getType().getJavaType()) : null;
  }

  private static java.sql.Array array(Connection connection, Object[] array) throws SQLException {
    String type = ARRAYS.get(array.getClass());
    if (type == null) {
      throw new IllegalArgumentException("an array of " + array.getClass().getComponentType());
    }
    return connection.createArrayOf(type, array);
  }
}
