package fi.lupa.audit.erasure;

/**
 * Why an entry is erased; {@code ErasureOrder} of {@code openapi/audit.yaml}.
 *
 * @param decision the reference of the decision, without anything personal
 */
record Order(Ground ground, String decision) {

  /** On what an erasure stands. */
  enum Ground {
    /** A court's or an authority's decision. */
    DECISION,
    /** The entry should never have been made (GDPR article 17, paragraph 1 d). */
    UNLAWFUL
  }
}
