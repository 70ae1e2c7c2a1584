package fi.lupa.consent.representation;

/**
 * What bars a representative although the relation stands. Known here and to the operator only:
 * whoever is barred gets the same answer as a stranger.
 */
public enum Block {
  /** The child has been taken into care. */
  TAKEN_INTO_CARE,
  /** Non-disclosure for personal safety (turvakielto). */
  SAFETY_NON_DISCLOSURE,
  /** Custody is shared by an order that divides it. */
  CUSTODY_SPLIT,
  /** The representative has a guardian of their own. */
  REPRESENTATIVE_UNDER_GUARDIANSHIP,
  OTHER
}
