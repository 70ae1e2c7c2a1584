package fi.lupa.authorization.usageright.batch;

/** What came of a line. */
public enum LineOutcome {
  DONE,
  /** For a reason; nothing was changed. */
  REFUSED,
  /** It isn't a line that the contract allows. */
  INVALID,
  /** The batch was cancelled before it came to the line. */
  CANCELLED
}
