package fi.lupa.platform.schema;

import tools.jackson.core.JsonPointer;

/**
 * A text that isn't JSON as documents must be; the message says why without repeating any of it.
 */
final class NotJson extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient JsonPointer pointer;

  /**
   * @param pointer to where it was found; may hold names that only the document knows
   */
  NotJson(JsonPointer pointer, String message) {
    super(message, null, false, false);
    this.pointer = pointer;
  }

  JsonPointer pointer() {
    return pointer;
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
