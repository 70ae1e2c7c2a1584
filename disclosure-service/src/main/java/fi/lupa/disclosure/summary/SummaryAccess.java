package fi.lupa.disclosure.summary;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.event.RecordsQueried;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.decision.Inquiry;
import fi.lupa.disclosure.decision.RuleResult;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.decision.Verdict;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.AccessExplanation.GivenDocument;
import fi.lupa.disclosure.record.AccessStore;
import fi.lupa.disclosure.record.DocumentGroups;
import fi.lupa.disclosure.record.Requesters;
import fi.lupa.platform.Ids;
import fi.lupa.platform.outbox.Outbox;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts a summary, permitted or not, on record and into the client's log. */
@Component
class SummaryAccess {
  private final AccessStore records;
  private final Requesters requesters;
  private final Outbox outbox;
  private final Ids ids;
  private final JsonMapper json;

  SummaryAccess(
      AccessStore records, Requesters requesters, Outbox outbox, Ids ids, JsonMapper json) {
    this.records = records;
    this.requesters = requesters;
    this.outbox = outbox;
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
        denied.rule().code(),
        denied.rule().legalReferences(),
        denied.rules(),
        new Sources(List.of(), List.of()));
  }

  AccessExplanation answered(
      Case asked, Rulebook rulebook, Verdict.Allowed allowed, Sources sources) {
    return explain(
        asked,
        rulebook,
        sources.withheld().isEmpty() ? Outcome.PERMITTED : Outcome.PARTIAL,
        null,
        allowed.legalReferences(),
        allowed.rules(),
        sources);
  }

  /**
   * @param controllers whose registers the client's log may name; the record also names those that
   *     something was withheld from
   */
  Mono<Void> record(Case asked, AccessExplanation access, List<Oid> controllers) {
    List<Oid> concerned =
        Stream.concat(
                controllers.stream(),
                access.withheld().stream().map(AccessExplanation.WithheldDocument::controller))
            .distinct()
            .toList();
    return records
        .insert(asked.client(), access, concerned)
        .then(outbox.append(event(asked, access, controllers), asked.client().toString()))
        .then();
  }

  private RecordsQueried event(Case asked, AccessExplanation access, List<Oid> controllers) {
    return new RecordsQueried(
        access.queryId(),
        asked.client(),
        access.time(),
        access.outcome(),
        access.reasonCode(),
        requesters.of(access.requester(), asked.facts()),
        asked.request().purpose(),
        access.basis(),
        access.ground(),
        access.rulebook().name(),
        access.legalReferences(),
        Requesters.controllers(controllers, asked.facts()),
        DocumentGroups.of(access.given()),
        true,
        true);
  }

  private AccessExplanation explain(
      Case asked,
      Rulebook rulebook,
      Outcome outcome,
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
        reasonCode,
        request.basis(),
        request.basis() == Basis.DISCLOSURE ? Ground.PERMIT : null,
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

  /** Whose registers an answer came from, and the one that was meant. */
  static List<Oid> controllers(Verdict.Allowed allowed, Sources sources) {
    return Stream.concat(
            sources.given().stream().map(Document::controller),
            Stream.ofNullable(allowed.scope().controller()))
        .distinct()
        .toList();
  }
}
