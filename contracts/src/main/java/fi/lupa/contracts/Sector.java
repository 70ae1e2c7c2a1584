package fi.lupa.contracts;

/** The sector of a service provider. */
public enum Sector {
  SOCIAL,
  HEALTH
}
