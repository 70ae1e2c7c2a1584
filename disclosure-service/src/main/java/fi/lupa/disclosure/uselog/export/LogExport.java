package fi.lupa.disclosure.uselog.export;

import fi.lupa.disclosure.record.Officer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code LogExport}.
 *
 * @param cursor of the last line that has been received; what comes after it is sent
 */
record LogExport(
    Officer requester,
    @Nullable Format format,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String cursor) {
  /** How a line is written. */
  enum Format {
    NDJSON,
    SYSLOG
  }

  Format formatOrDefault() {
    return format == null ? Format.NDJSON : format;
  }
}
