package fi.lupa.audit.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild of the read model.
 *
 * @param startedBy the client system that began it
 * @param events how many stored events it has read
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Rebuild(
    UUID id,
    State state,
    Instant startedAt,
    String startedBy,
    long events,
    @Nullable Instant endedAt) {
  /** How it stands with it. */
  enum State {
    RUNNING,
    /** Answers are read from what it built. */
    SWITCHED,
    /** What it built is gone; answers come from the old read model. */
    ABANDONED
  }
}
