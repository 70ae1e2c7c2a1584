package fi.lupa.disclosure.recordquery.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Outcome;
import fi.lupa.disclosure.decision.ContactData;
import fi.lupa.disclosure.decision.FactRef;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.record.AccessExplanation;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The answer to a permitted query. {@code someDataNotAvailable} tells that something was withheld,
 * never how much; to who asks for less than everything it is absent, and the outcome is PERMITTED
 * either way.
 */
record RecordQueryAnswer(
    UUID queryId,
    DecisionPart decision,
    List<Found> documents,
    @Nullable Boolean someDataNotAvailable,
    @Nullable String next) {

  static RecordQueryAnswer of(
      AccessExplanation access,
      Selection selection,
      boolean tellsOfWithheld,
      Function<Document, Found> found) {
    return new RecordQueryAnswer(
        access.queryId(),
        new DecisionPart(
            access.toldOutcome(),
            access.basis(),
            access.ground(),
            access.legalReferences(),
            access.rulebook(),
            access.facts()),
        selection.given().stream().map(found).toList(),
        tellsOfWithheld ? !selection.withheld().isEmpty() : null,
        selection.next());
  }

  record DecisionPart(
      Outcome outcome,
      Basis basis,
      @Nullable Ground ground,
      List<String> legalReferences,
      Rulebook rulebook,
      List<FactRef> facts) {}

  /**
   * A document that is given.
   *
   * @param contactData HIDDEN when its content lacks them for the client's safety; else absent
   * @param content absent when it wasn't asked for, or can't be given without contact data
   */
  @JsonSerialize(using = FoundJson.class)
  record Found(
      @JsonUnwrapped Document document,
      @Nullable ContactData contactData,
      @Nullable ContentPart content) {}

  /** A document as stored, UTF-8 text: unchanged but for contact data that are hidden. */
  record ContentPart(String mediaType, String text) {}
}
