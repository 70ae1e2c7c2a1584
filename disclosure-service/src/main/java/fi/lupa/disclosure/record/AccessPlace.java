package fi.lupa.disclosure.record;

import fi.lupa.platform.web.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in a list of accesses by time: the access last seen. */
public record AccessPlace(Instant time, UUID id) {
  /**
   * @throws fi.lupa.platform.problem.Problem when it isn't a cursor of such a list
   */
  public static @Nullable AccessPlace parse(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    List<String> parts = Cursor.decode(cursor, 2);
    try {
      return new AccessPlace(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw Cursor.invalid();
    }
  }

  public String cursor() {
    return Cursor.encode(time, id);
  }
}
