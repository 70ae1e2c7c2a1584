package fi.lupa.disclosure.breakglass;

import fi.lupa.disclosure.record.Officer;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code BreakGlassSearch}.
 *
 * @param reviewed only those whose review is closed, or only those whose isn't; all when absent
 */
record BreakGlassSearch(
    Officer requester,
    @Nullable Boolean reviewed,
    @Nullable Integer limit,
    @Nullable String cursor) {
  /** The contract's {@code BreakGlassReview}. */
  record Judgement(Officer requester, Review.Outcome outcome, String explanation) {}
}
