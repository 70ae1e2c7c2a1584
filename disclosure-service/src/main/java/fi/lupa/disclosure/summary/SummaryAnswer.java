package fi.lupa.disclosure.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Outcome;
import fi.lupa.disclosure.decision.FactRef;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.record.AccessExplanation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a permitted summary. {@code someDataNotAvailable} tells that something was
 * withheld, never how much; absent in a disclosure that asks for less than everything.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SummaryAnswer(
    UUID queryId,
    DecisionPart decision,
    List<RelationshipPart> relationships,
    List<MatterPart> matters,
    @Nullable Boolean someDataNotAvailable) {

  static SummaryAnswer of(
      AccessExplanation access,
      boolean tellsOfWithheld,
      List<RelationshipPart> relationships,
      List<MatterPart> matters) {
    return new SummaryAnswer(
        access.queryId(),
        new DecisionPart(
            access.toldOutcome(),
            access.basis(),
            access.ground(),
            access.legalReferences(),
            access.rulebook(),
            access.facts()),
        relationships,
        matters,
        tellsOfWithheld ? !access.withheld().isEmpty() : null);
  }

  record DecisionPart(
      Outcome outcome,
      Basis basis,
      @Nullable Ground ground,
      List<String> legalReferences,
      Rulebook rulebook,
      List<FactRef> facts) {}
}
