package fi.lupa.authorization.usageright.batch;

/** How far a batch that was received whole has come. Nothing comes after DONE and CANCELLED. */
public enum BatchState {
  RECEIVED,
  RUNNING,
  DONE,
  CANCELLED
}
