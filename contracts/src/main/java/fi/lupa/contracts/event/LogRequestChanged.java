package fi.lupa.contracts.event;

import fi.lupa.contracts.ClientRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A client's written request for log data was received or went on (Act 703/2023 11 §). What was
 * asked and answered stays in the disclosure-service.
 *
 * @param controller whom it was asked of
 * @param dueOn the last day to answer
 */
public record LogRequestChanged(
    UUID requestId,
    ClientRef client,
    Instant time,
    Change change,
    Controller controller,
    LocalDate dueOn,
    List<String> legalReferences)
    implements Event {
  /** What became of it. */
  public enum Change {
    RECEIVED,
    GRANTED,
    PARTLY_GRANTED,
    REFUSED,
    EXPLANATION_ASKED,
    EXPLAINED
  }
}
