package fi.lupa.audit.entry;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationIds;
import fi.lupa.contracts.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of many events column by column, to be bound to {@code unnest}; null where an event is
 * about no client. {@code time} and {@code event_id} are the event's own.
 */
public final class LogRowColumns {
  private final List<Optional<LogRow>> rows;

  private LogRowColumns(List<Optional<LogRow>> rows) {
    this.rows = rows;
  }

  public static LogRowColumns of(List<? extends Event> events) {
    return new LogRowColumns(events.stream().map(LogRow::of).toList());
  }

  /** {@code client_ref}. */
  public @Nullable UUID[] clients() {
    return column(UUID[]::new, row -> row.client().value());
  }

  /** {@code organisation}. */
  public @Nullable UUID[] organisations() {
    return column(
        UUID[]::new,
        row -> row.organisation() == null ? null : OrganisationIds.of(row.organisation()));
  }

  /** {@code controllers}, each as the text of an array of uuid. */
  public @Nullable String[] controllers() {
    return column(String[]::new, row -> literal(row.controllers()));
  }

  /** {@code kind}. */
  public @Nullable Integer[] kinds() {
    return column(Integer[]::new, row -> row.kind().code());
  }

  /** {@code basis}. */
  public @Nullable Integer[] bases() {
    return column(Integer[]::new, row -> LogRow.code(row.basis()));
  }

  /** {@code tasks}. */
  public @Nullable Integer[] tasks() {
    return column(Integer[]::new, row -> LogRow.bits(row.tasks()));
  }

  private static String literal(List<Oid> controllers) {
    return controllers.stream()
        .map(controller -> OrganisationIds.of(controller).toString())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private <T> @Nullable T[] column(
      IntFunction<@Nullable T[]> array, Function<LogRow, @Nullable T> part) {
    @Nullable T[] column = array.apply(rows.size());
    for (int i = 0; i < column.length; i++) {
      Optional<LogRow> row = rows.get(i);
      column[i] = row.isEmpty() ? null : part.apply(row.get());
    }
    return column;
  }
}
