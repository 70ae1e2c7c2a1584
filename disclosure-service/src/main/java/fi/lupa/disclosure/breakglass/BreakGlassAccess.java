package fi.lupa.disclosure.breakglass;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.contracts.Outcome;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.AccessExplanation.GivenDocument;
import fi.lupa.disclosure.record.AccessExplanation.RequestedBy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An access to be reviewed, as the controller whose register it concerned sees it.
 *
 * @param protection what the requester stated to secure, with the explanation in its words
 * @param documents those given of the controller's own register
 */
record BreakGlassAccess(
    UUID queryId,
    Instant time,
    RequestedBy requester,
    Outcome outcome,
    @Nullable String reasonCode,
    @Nullable JsonNode protection,
    List<GivenDocument> documents,
    List<Review> reviews) {
  /** A page of them. */
  record Page(
      List<BreakGlassAccess> items,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}

  static BreakGlassAccess of(AccessExplanation access, Found found) {
    return new BreakGlassAccess(
        access.queryId(),
        access.time(),
        access.requester(),
        access.outcomeFor(found.controller()),
        access.reasonCode(),
        access.request().get("protection"),
        access.given().stream()
            .filter(document -> document.controller().equals(found.controller()))
            .toList(),
        found.reviews());
  }

  /** Whose register it is seen from, and what that controller has thought of it. */
  record Found(fi.lupa.contracts.Oid controller, List<Review> reviews) {}
}
