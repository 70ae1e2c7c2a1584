package fi.lupa.gateway.limit;

import fi.lupa.gateway.contract.Operation;
import org.springframework.http.MediaType;

/** How many bytes a request's body may have. */
final class BodyLimit {
  /** For acts whose contract has no body. */
  static final long NONE = 16 * 1024L;

  static final long JSON = 256 * 1024L;

  /** A document with its metadata. */
  static final long DOCUMENT = 12 * 1024 * 1024L;

  /** Many lines, each an act. */
  static final long LINES = 48 * 1024 * 1024L;

  private BodyLimit() {}

  static long of(Operation operation) {
    if (operation.accepts().isEmpty()) {
      return NONE;
    }
    if (accepts(operation, MediaType.APPLICATION_NDJSON)) {
      return LINES;
    }
    return accepts(operation, MediaType.MULTIPART_FORM_DATA) ? DOCUMENT : JSON;
  }

  private static boolean accepts(Operation operation, MediaType type) {
    return operation.accepts().stream().anyMatch(type::includes);
  }
}
