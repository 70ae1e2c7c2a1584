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

  private BodyLimit() {}

  static long of(Operation operation) {
    if (operation.accepts().isEmpty()) {
      return NONE;
    }
    boolean document =
        operation.accepts().stream().anyMatch(MediaType.MULTIPART_FORM_DATA::includes);
    return document ? DOCUMENT : JSON;
  }
}
