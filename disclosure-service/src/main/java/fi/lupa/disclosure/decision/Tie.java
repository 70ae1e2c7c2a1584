package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Oid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation's own documents in the archive tell of the client being its client: a client
 * relationship (1505.1) in active use, or a matter (1505.2).
 *
 * @param document that tells it
 * @param version of the document
 * @param controller whose client it is
 * @param from its first day, absent when the document doesn't say
 * @param until its last day, absent while it is open
 */
public record Tie(
    Kind kind,
    Oid document,
    int version,
    Oid controller,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {
  /** The names are the types of the facts that a decision cites. */
  public enum Kind {
    CLIENT_RELATIONSHIP,
    MATTER
  }

  boolean isOpen(LocalDate today) {
    return (from == null || !from.isAfter(today)) && (until == null || !until.isBefore(today));
  }
}
