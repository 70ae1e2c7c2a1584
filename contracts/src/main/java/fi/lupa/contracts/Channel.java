package fi.lupa.contracts;

/** Where a declaration was made: at a service provider or by the citizen in the portal. */
public enum Channel {
  PROVIDER,
  CITIZEN
}
