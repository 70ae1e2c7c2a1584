package fi.lupa.contracts;

/**
 * The ground of a disclosure (luovutuksen peruste): the permit of Act 703/2023 53 § 3 and 55 § 1,
 * or one of the statutory ones (55 § 2, 56 §).
 */
public enum Ground {
  PERMIT,
  STATUTORY_AUTHORITY,
  INCAPACITY,
  PROTECTION
}
