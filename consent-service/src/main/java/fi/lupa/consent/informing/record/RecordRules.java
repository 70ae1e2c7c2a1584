package fi.lupa.consent.informing.record;

import fi.lupa.platform.problem.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When an informing can have happened. */
final class RecordRules {
  /** Before any of the laws that this informing is about; catches a mistyped year. */
  static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private RecordRules() {}

  /**
   * @param informedAt when the provider says it happened; absent means now
   */
  static List<Violation> violations(@Nullable Instant informedAt, Instant now) {
    if (informedAt == null) {
      return List.of();
    }
    if (informedAt.isAfter(now)) {
      return List.of(new Violation("/informedAt", "is in the future"));
    }
    return informedAt.isBefore(EARLIEST)
        ? List.of(new Violation("/informedAt", "is too long ago"))
        : List.of();
  }
}
