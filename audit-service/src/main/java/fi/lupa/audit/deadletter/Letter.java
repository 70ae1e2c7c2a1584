package fi.lupa.audit.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.audit.coverage.Source;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter without what it says.
 *
 * @param partition of the source's topic, in which the record stood at {@code offset}
 * @param reason why it couldn't be read, a name of {@code ingest.Refusal}
 * @param closedBy the client system that had it replayed
 * @param event as what it stands in the log; null while open, and for a watermark
 * @param changed whether it was repaired; null while open
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Letter(
    UUID id,
    Source source,
    int partition,
    long offset,
    Instant sentAt,
    Instant receivedAt,
    String reason,
    State state,
    @Nullable Instant closedAt,
    @Nullable String closedBy,
    @Nullable UUID event,
    @Nullable Boolean changed) {
  /** Whether the log lacks it. */
  enum State {
    OPEN,
    CLOSED
  }
}
