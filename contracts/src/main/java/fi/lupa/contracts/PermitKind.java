package fi.lupa.contracts;

/**
 * Which disclosure permit (luovutuslupa): inside social care (Act 703/2023 55 § 1), from social
 * care to health care (53 § 3), or from health care to social care (53 § 2). The fourth kind in
 * law, inside health care, is out of Lupa's scope.
 */
public enum PermitKind {
  SOCIAL_CARE,
  SOCIAL_TO_HEALTH,
  HEALTH_TO_SOCIAL
}
