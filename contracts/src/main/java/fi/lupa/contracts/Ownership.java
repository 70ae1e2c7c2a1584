package fi.lupa.contracts;

/** Public or private provider (code set 1.2.246.537.5.40172). */
public enum Ownership {
  PUBLIC,
  PRIVATE
}
