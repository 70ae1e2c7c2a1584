package fi.lupa.disclosure.breakglass;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.record.AccessExplanation.Professional;
import fi.lupa.disclosure.record.AccessExplanation.RequestedBy;
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
  /** Who supervises, and in which unit. */
  record Officer(Oid unit, Professional professional) {
    RequestedBy of(Oid organisation) {
      return new RequestedBy(organisation, unit, professional);
    }
  }

  /** The contract's {@code BreakGlassReview}. */
  record Judgement(Officer requester, Review.Outcome outcome, String explanation) {}
}
