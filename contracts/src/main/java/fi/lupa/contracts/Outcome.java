package fi.lupa.contracts;

/** What a decision came to. PARTIAL: some documents were given and some were withheld. */
public enum Outcome {
  PERMITTED,
  PARTIAL,
  DENIED
}
