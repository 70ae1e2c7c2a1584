package fi.lupa.authorization;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.platform.web.Cursor;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor of the next page, null on the last
 */
public record Page<T>(
    List<T> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

  /**
   * @param rows up to one row more than {@code limit}, which says that there is a next page
   * @param key what the list is ordered by
   */
  public static <R, T> Page<T> of(
      List<R> rows, int limit, Function<R, ?> key, Function<R, T> item) {
    List<R> shown = rows.subList(0, Math.min(limit, rows.size()));
    String next = rows.size() > limit ? Cursor.encode(key.apply(shown.getLast())) : null;
    return new Page<>(shown.stream().map(item).toList(), next);
  }
}
