package fi.lupa.contracts;

/**
 * Which disclosure permit (luovutuslupa): inside social care (55 § 1) or from social care to health
 * care (53 § 3).
 */
public enum PermitKind {
  SOCIAL_CARE,
  SOCIAL_TO_HEALTH
}
