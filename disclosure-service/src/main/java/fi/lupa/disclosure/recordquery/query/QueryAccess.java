package fi.lupa.disclosure.recordquery.query;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Outcome;
import fi.lupa.disclosure.decision.Rule;
import fi.lupa.disclosure.decision.RuleResult;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.decision.Verdict;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.AccessExplanation.GivenDocument;
import fi.lupa.disclosure.record.QueriedAccesses;
import fi.lupa.disclosure.record.QueriedAccesses.Told;
import fi.lupa.platform.Ids;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts a query, permitted or not, on record and into the client's log. */
@Component
class QueryAccess {
  private final QueriedAccesses accesses;
  private final Ids ids;
  private final JsonMapper json;

  QueryAccess(QueriedAccesses accesses, Ids ids, JsonMapper json) {
    this.accesses = accesses;
    this.ids = ids;
    this.json = json;
  }

  AccessExplanation denied(QueryCase query, Rulebook rulebook, Verdict.Denied denied) {
    Rule rule = denied.rule();
    return explain(
        query,
        rulebook,
        Outcome.DENIED,
        null,
        rule.code(),
        denied.legalReferences(),
        denied.rules(),
        null);
  }

  /**
   * @param safety the conditions on contact data, which deny and withhold nothing
   */
  AccessExplanation answered(
      QueryCase query,
      Rulebook rulebook,
      Verdict.Allowed allowed,
      Selection selection,
      List<RuleResult> safety) {
    Outcome outcome = selection.withheld().isEmpty() ? Outcome.PERMITTED : Outcome.PARTIAL;
    return explain(
        query,
        rulebook,
        outcome,
        outcome == Outcome.PARTIAL && !query.tellsOfWithheld(selection) ? Outcome.PERMITTED : null,
        null,
        allowed.legalReferences(),
        Stream.concat(allowed.rules().stream(), safety.stream()).toList(),
        selection);
  }

  /**
   * @param controllers whose registers the client's log may name
   */
  Mono<Void> record(QueryCase query, AccessExplanation access, List<Oid> controllers) {
    RecordQueryRequest request = query.request();
    return accesses.record(
        query.client(),
        access,
        Told.of(request, controllers, request.content(), null),
        query.facts());
  }

  private AccessExplanation explain(
      QueryCase query,
      Rulebook rulebook,
      Outcome outcome,
      @Nullable Outcome told,
      @Nullable String reasonCode,
      List<String> law,
      List<RuleResult> rules,
      @Nullable Selection selection) {
    RecordQueryRequest request = query.request();
    return new AccessExplanation(
        ids.next(),
        "QUERY",
        query.inquiry().now(),
        new AccessExplanation.RequestedBy(
            query.organisation(), request.requester().unit(), request.requester().professional()),
        asked(request),
        outcome,
        told,
        reasonCode,
        request.basis(),
        request.ground(),
        AccessExplanation.isBreakGlass(request.ground()),
        rulebook,
        law,
        rules,
        selection == null ? List.of() : selection.given().stream().map(GivenDocument::of).toList(),
        selection == null ? List.of() : List.copyOf(selection.withheld()));
  }

  /**
   * The request for the record, without the client: the record's own column says whom it is about.
   */
  private ObjectNode asked(RecordQueryRequest request) {
    ObjectNode asked = json.valueToTree(request);
    asked.remove(List.of("client", "requester", "cursor"));
    return asked;
  }
}
