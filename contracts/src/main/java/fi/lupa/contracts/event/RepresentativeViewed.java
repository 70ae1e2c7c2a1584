package fi.lupa.contracts.event;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.RepresentationRole;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who acts for a client looked at the client's own view (Act 703/2023 50 §); the client is
 * told. What was shown isn't, and neither is who looked: only by which right.
 */
public record RepresentativeViewed(
    UUID viewId, ClientRef client, Instant time, RepresentationRole role, What what)
    implements Event {
  /**
   * What was looked at; the log's own looks are kept by the audit-service and come over no topic.
   */
  public enum What {
    DOCUMENT_LIST,
    DOCUMENT,
    VISIBILITY,
    LOG
  }
}
