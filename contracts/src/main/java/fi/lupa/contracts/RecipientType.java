package fi.lupa.contracts;

/**
 * Whom a permit from one sector to the other names (decree 457/2024 25 § 1-2): all public health
 * care or all public social care, a named state unit, or a named private provider.
 */
public enum RecipientType {
  /** Only in a permit from social care to health care. */
  PUBLIC_HEALTH_CARE,
  /** Only in a permit from health care to social care. */
  PUBLIC_SOCIAL_CARE,
  STATE_UNIT,
  PRIVATE_PROVIDER
}
