package fi.lupa.disclosure.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a version stands among its document's versions.
 *
 * @param sortAt when the document's first version was recorded: the place in a page, the same for
 *     all versions
 */
public record Standing(
    Status status,
    @JsonIgnore Instant sortAt,
    @Nullable Instant voidedAt,
    @Nullable String voidReason) {
  public enum Status {
    /** The newest version that isn't voided. */
    CURRENT,
    /** Replaced by a newer version. */
    SUPERSEDED,
    /** Declared void (mitätöity); kept as history. */
    VOIDED
  }

  /** Of a version just stored. */
  public static Standing current(Instant sortAt) {
    return new Standing(Status.CURRENT, sortAt, null, null);
  }
}
