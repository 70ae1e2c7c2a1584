package fi.lupa.audit.mylog;

import fi.lupa.audit.LogTimes;
import fi.lupa.platform.web.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in a log: right after the entry with this time and id. */
record LogPlace(Instant time, UUID id) {
  /** Before the newest entry that there can be. */
  static final LogPlace TOP = new LogPlace(LogTimes.END, new UUID(-1, -1));

  /** Before each id, as PostgreSQL orders them. */
  private static final UUID LEAST = new UUID(0, 0);

  /**
   * @throws fi.lupa.platform.problem.Problem REQUEST_INVALID when it isn't a cursor of this list
   */
  static LogPlace of(@Nullable String cursor) {
    if (cursor == null) {
      return TOP;
    }
    List<String> parts = Cursor.decode(cursor, 2);
    try {
      Instant time = Instant.parse(parts.get(0));
      if (!LogTimes.plausible(time)) {
        throw Cursor.invalid();
      }
      return new LogPlace(time, UUID.fromString(parts.get(1)));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw Cursor.invalid();
    }
  }

  /** This place, or right before a moment when it lies after that. */
  LogPlace notAfter(Instant until) {
    return time.isBefore(until) ? this : new LogPlace(until, LEAST);
  }

  String cursor() {
    return Cursor.encode(time, id);
  }
}
