package fi.lupa.consent.representation.check;

import fi.lupa.consent.representation.Representation;

/** Whether somebody may act for a client now. */
sealed interface Verdict {
  /** By this relation. */
  record Given(Representation by) implements Verdict {}

  /** Not now. */
  record Refused(Refusal why) implements Verdict {}

  /** Why not, the most telling last; the names are the reason codes. */
  enum Refusal {
    /** No relation, or a reason that isn't told: the two can't be told apart. */
    NO_REPRESENTATION,
    MANDATE_EXPIRED,
    MANDATE_OTHER_MATTER,
    CHILD_OF_AGE
  }
}
