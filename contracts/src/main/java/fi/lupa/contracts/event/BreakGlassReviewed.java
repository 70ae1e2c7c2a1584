package fi.lupa.contracts.event;

import fi.lupa.contracts.ClientRef;
import java.time.Instant;
import java.util.UUID;

/**
 * A controller closed its review of an access to its own register that was made on the ground of
 * protection (Act 703/2023 56 §). Who reviewed it and why it came out so stays in the
 * disclosure-service.
 *
 * @param queryId the access
 * @param time when the review was closed
 */
public record BreakGlassReviewed(
    UUID reviewId,
    UUID queryId,
    ClientRef client,
    Instant time,
    Instant accessTime,
    Controller controller,
    Outcome outcome)
    implements Event {
  /** What the controller thinks of the access. */
  public enum Outcome {
    LAWFUL,
    UNLAWFUL
  }
}
