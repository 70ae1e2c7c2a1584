package fi.lupa.disclosure.summary;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Outcome;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.decision.Inquiry;
import fi.lupa.disclosure.decision.RuleResult;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.decision.Verdict;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.AccessExplanation.GivenDocument;
import fi.lupa.disclosure.record.QueriedAccesses;
import fi.lupa.disclosure.record.QueriedAccesses.Told;
import fi.lupa.platform.Ids;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts a summary, permitted or not, on record and into the client's log. */
@Component
class SummaryAccess {
  private final QueriedAccesses accesses;
  private final Ids ids;
  private final JsonMapper json;

  SummaryAccess(QueriedAccesses accesses, Ids ids, JsonMapper json) {
    this.accesses = accesses;
    this.ids = ids;
    this.json = json;
  }

  /** The summary in hand: who asks about whom, and what is known. */
  record Case(
      Oid organisation, ClientRef client, SummaryRequest request, Inquiry inquiry, Facts facts) {
    /** All under which the client's documents stand. */
    Set<ClientRef> refs() {
      return facts.found(client);
    }
  }

  AccessExplanation denied(Case asked, Rulebook rulebook, Verdict.Denied denied) {
    return explain(
        asked,
        rulebook,
        Outcome.DENIED,
        null,
        denied.rule().code(),
        denied.legalReferences(),
        denied.rules(),
        new Sources(List.of(), List.of()));
  }

  AccessExplanation answered(
      Case asked, Rulebook rulebook, Verdict.Allowed allowed, Sources sources) {
    return explain(
        asked,
        rulebook,
        sources.withheld().isEmpty() ? Outcome.PERMITTED : Outcome.PARTIAL,
        sources.withheld().isEmpty() || asked.request().tellsOfWithheld()
            ? null
            : Outcome.PERMITTED,
        null,
        allowed.legalReferences(),
        allowed.rules(),
        sources);
  }

  /**
   * @param controllers whose registers the client's log may name
   */
  Mono<Void> record(Case asked, AccessExplanation access, List<Oid> controllers) {
    return accesses.record(
        asked.client(), access, Told.of(asked.request(), controllers, true, true), asked.facts());
  }

  private AccessExplanation explain(
      Case asked,
      Rulebook rulebook,
      Outcome outcome,
      @Nullable Outcome told,
      @Nullable String reasonCode,
      List<String> law,
      List<RuleResult> rules,
      Sources sources) {
    SummaryRequest request = asked.request();
    return new AccessExplanation(
        ids.next(),
        "SUMMARY",
        asked.inquiry().now(),
        new AccessExplanation.RequestedBy(
            asked.organisation(), request.requester().unit(), request.requester().professional()),
        question(request),
        outcome,
        told,
        reasonCode,
        request.basis(),
        request.ground(),
        AccessExplanation.isBreakGlass(request.ground()),
        rulebook,
        law,
        rules,
        sources.given().stream().map(GivenDocument::of).toList(),
        sources.withheld());
  }

  /** The request for the record, without the client, whom the record's own column tells. */
  private ObjectNode question(SummaryRequest request) {
    ObjectNode question = json.valueToTree(request);
    question.remove(List.of("client", "requester"));
    return question;
  }
}
