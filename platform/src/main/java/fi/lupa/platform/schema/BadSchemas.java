package fi.lupa.platform.schema;

/**
 * The operator's schemas can't be used. The message names the file and what is wrong, for the log;
 * schemas are public, so it may.
 */
final class BadSchemas extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadSchemas(String where, String what) {
    super(where + ": " + what);
  }
}
