package fi.lupa.disclosure.document;

/** By which phase's specifications a document was made (facts 5.4, 5.6). */
public enum Phase {
  /** Closed to disclosure by default. */
  PHASE_1,
  PHASE_2,
  /** The functions that everyone must have. */
  OBLIGATION
}
