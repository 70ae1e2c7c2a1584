package fi.lupa.disclosure.breakglass;

import fi.lupa.disclosure.record.AccessExplanation.RequestedBy;
import java.time.Instant;
import java.util.UUID;

/** What a controller's officer thought of an access. */
record Review(
    UUID id, Outcome outcome, String explanation, RequestedBy reviewer, Instant reviewedAt) {
  /** An explanation may be asked for several times; the other two close the review. */
  enum Outcome {
    LAWFUL,
    UNLAWFUL,
    EXPLANATION_ASKED
  }
}
