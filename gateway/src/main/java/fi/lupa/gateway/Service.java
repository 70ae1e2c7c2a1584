package fi.lupa.gateway;

import java.util.Locale;

/** The services behind the gateway. */
public enum Service {
  AUTHORIZATION,
  CONSENT,
  DISCLOSURE,
  AUDIT;

  /** The name in addresses, file names and metrics: {@code authorization}, ... */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
