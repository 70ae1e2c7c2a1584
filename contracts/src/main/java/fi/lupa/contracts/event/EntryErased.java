package fi.lupa.contracts.event;

import fi.lupa.contracts.ClientRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An entry of a client's log was erased by a decision. The audit-service tells this to its own log
 * alone, and only when the client could have seen the entry; it says no more of the entry than
 * which kind it was and when it was made.
 *
 * @param entry the erased event's id
 * @param kind what the entry told of; a kind of {@code openapi/audit.yaml}
 * @param day when it was made (Helsinki)
 */
public record EntryErased(
    UUID entry,
    ClientRef client,
    Instant time,
    String kind,
    LocalDate day,
    Ground ground,
    DecidedBy decidedBy)
    implements Event {
  /** On what an erasure stands. */
  public enum Ground {
    /** A court's or an authority's decision. */
    DECISION,
    /** The entry should never have been made (GDPR article 17, paragraph 1 d). */
    UNLAWFUL
  }

  /** Who decided on it. */
  public enum DecidedBy {
    COURT,
    /** Such as the Data Protection Ombudsman. */
    AUTHORITY,
    /** Of the register that the entry concerned. */
    CONTROLLER
  }
}
