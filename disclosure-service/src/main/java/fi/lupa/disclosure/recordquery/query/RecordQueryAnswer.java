package fi.lupa.disclosure.recordquery.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Outcome;
import fi.lupa.disclosure.decision.FactRef;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.document.Document;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a permitted query. {@code someDataNotAvailable} tells that something was withheld,
 * never how much.
 */
record RecordQueryAnswer(
    UUID queryId,
    DecisionPart decision,
    List<Found> documents,
    boolean someDataNotAvailable,
    @Nullable String next) {

  record DecisionPart(
      Outcome outcome,
      Basis basis,
      @Nullable Ground ground,
      List<String> legalReferences,
      Rulebook rulebook,
      List<FactRef> facts) {}

  record Found(@JsonUnwrapped Document document, @Nullable ContentPart content) {}

  /** A document as stored: UTF-8 text, unchanged. */
  record ContentPart(String mediaType, String text) {}
}
