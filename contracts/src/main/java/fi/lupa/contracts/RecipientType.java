package fi.lupa.contracts;

/**
 * Whom a permit from social care to health care names (decree 457/2024 25 § 2): all public health
 * care, a named state unit, or a named private provider.
 */
public enum RecipientType {
  PUBLIC_HEALTH_CARE,
  STATE_UNIT,
  PRIVATE_PROVIDER
}
