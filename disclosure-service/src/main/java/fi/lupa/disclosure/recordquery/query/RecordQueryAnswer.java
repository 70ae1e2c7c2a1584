package fi.lupa.disclosure.recordquery.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Outcome;
import fi.lupa.disclosure.decision.FactRef;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.record.AccessExplanation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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

  /**
   * @param contents the bytes of the documents given, absent when they weren't asked for
   */
  static RecordQueryAnswer of(
      AccessExplanation access, Selection selection, @Nullable Map<Document.Id, byte[]> contents) {
    return new RecordQueryAnswer(
        access.queryId(),
        new DecisionPart(
            access.outcome(),
            access.basis(),
            access.ground(),
            access.legalReferences(),
            access.rulebook(),
            access.facts()),
        selection.given().stream()
            .map(document -> new Found(document, ContentPart.of(document, contents)))
            .toList(),
        !selection.withheld().isEmpty(),
        selection.next());
  }

  record DecisionPart(
      Outcome outcome,
      Basis basis,
      @Nullable Ground ground,
      List<String> legalReferences,
      Rulebook rulebook,
      List<FactRef> facts) {}

  record Found(@JsonUnwrapped Document document, @Nullable ContentPart content) {}

  /** A document as stored: UTF-8 text, unchanged. */
  record ContentPart(String mediaType, String text) {
    private static @Nullable ContentPart of(
        Document document, @Nullable Map<Document.Id, byte[]> contents) {
      if (contents == null) {
        return null;
      }
      byte[] bytes = contents.get(document.id());
      if (bytes == null) {
        throw new IllegalStateException("a document without its content");
      }
      return new ContentPart(
          document.form().mediaType(), new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
