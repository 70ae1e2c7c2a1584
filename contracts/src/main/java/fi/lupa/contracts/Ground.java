package fi.lupa.contracts;

/** The ground of a disclosure (luovutuksen peruste, Act 703/2023). */
public enum Ground {
  /** The client's permit (53 § 3, 55 § 1). */
  PERMIT,
  /** A social welfare authority's right to what its statutory task needs (55 § 2). */
  STATUTORY_AUTHORITY,
  /** The client can't judge a permit and has no legal representative (53 § 6, 55 § 2). */
  INCAPACITY,
  /** The client's care, or a child's interest, is secured despite all (56 §): break-glass. */
  PROTECTION,
  /** A service that social and health care give together (53 § 1). */
  JOINT_SERVICE
}
