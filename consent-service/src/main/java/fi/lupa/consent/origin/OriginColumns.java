package fi.lupa.consent.origin;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Binds an origin to the columns about it that every {@code *_version} table has. */
public final class OriginColumns {
  /** As a statement names them: the recorder at a provider, then who acted for the client. */
  public static final String NAMES =
      "organisation, unit, professional_id, professional_name, professional_role,"
          + " representative_role, representative_ref";

  private static final int COUNT = NAMES.split(",").length;
  private static final int RECORDER = 5;

  private OriginColumns() {}

  /** The markers of all columns. */
  public static String markers(int first) {
    return IntStream.range(first, first + COUNT)
        .mapToObj(i -> "$" + i)
        .collect(Collectors.joining(", "));
  }

  /** Binds all columns, from the given index on. */
  public static GenericExecuteSpec bind(
      GenericExecuteSpec statement, int firstIndex, Origin origin) {
    GenericExecuteSpec bound = statement;
    int at = firstIndex;
    for (@Nullable String value : recorder(origin)) {
      bound = bind(bound, at++, value, String.class);
    }
    Represented represented = origin.represented();
    String role = represented == null ? null : represented.role().name();
    UUID person =
        represented == null || represented.person() == null ? null : represented.person().value();
    return bind(bind(bound, at, role, String.class), at + 1, person, UUID.class);
  }

  private static List<@Nullable String> recorder(Origin origin) {
    return switch (origin) {
      case Origin.AtProvider(var organisation, Recorder(var unit, var professional), _) ->
          List.of(
              organisation.value(),
              unit.value(),
              professional.id(),
              professional.name(),
              professional.role());
      case Origin.ByCitizen _ -> Arrays.asList(new @Nullable String[RECORDER]);
    };
  }

  private static <T> GenericExecuteSpec bind(
      GenericExecuteSpec statement, int index, @Nullable T value, Class<T> type) {
    return value == null ? statement.bindNull(index, type) : statement.bind(index, value);
  }
}
