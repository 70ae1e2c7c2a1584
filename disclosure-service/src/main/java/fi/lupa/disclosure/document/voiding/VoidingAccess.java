package fi.lupa.disclosure.document.voiding;

import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.event.Controller;
import fi.lupa.contracts.event.DocumentVoided;
import fi.lupa.disclosure.decision.Rule;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.decision.Verdict;
import fi.lupa.disclosure.document.Chain;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.AccessExplanation.GivenDocument;
import fi.lupa.disclosure.record.AccessStore;
import fi.lupa.disclosure.record.Requesters;
import fi.lupa.platform.Ids;
import fi.lupa.platform.outbox.Outbox;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts a voiding, or its denial, on record and into the client's log. */
@Component
class VoidingAccess {
  private final AccessStore records;
  private final Requesters requesters;
  private final Outbox outbox;
  private final Ids ids;
  private final JsonMapper json;
  private final Rulebook rulebook;

  VoidingAccess(
      AccessStore records,
      Requesters requesters,
      Outbox outbox,
      Ids ids,
      JsonMapper json,
      Rulebook rulebook) {
    this.records = records;
    this.requesters = requesters;
    this.outbox = outbox;
    this.ids = ids;
    this.json = json;
    this.rulebook = rulebook;
  }

  Mono<AccessExplanation> denied(VoidingCase voiding, Verdict.Denied denied) {
    Rule rule = denied.rule();
    return record(
        voiding,
        explain(voiding, Outcome.DENIED, rule.code(), denied.legalReferences(), denied, List.of()));
  }

  Mono<AccessExplanation> permitted(VoidingCase voiding, Verdict.Allowed allowed) {
    List<GivenDocument> voided =
        voiding.target().versions().stream().map(GivenDocument::of).toList();
    return record(
        voiding,
        explain(voiding, Outcome.PERMITTED, null, allowed.legalReferences(), allowed, voided));
  }

  private Mono<AccessExplanation> record(VoidingCase voiding, AccessExplanation access) {
    return records
        .insert(voiding.client(), access, List.of(voiding.request().controller()))
        .then(outbox.append(event(voiding, access), voiding.client().toString()))
        .thenReturn(access);
  }

  private DocumentVoided event(VoidingCase voiding, AccessExplanation access) {
    VoidingRequest request = voiding.request();
    boolean done = access.outcome() == Outcome.PERMITTED;
    Optional<Document> newest = voiding.target().newest();
    Optional<Chain> chain = newest.filter(_ -> done).map(Document::chain);
    return new DocumentVoided(
        access.queryId(),
        voiding.documentOid(),
        voiding.client(),
        access.time(),
        access.outcome(),
        access.reasonCode(),
        requesters.of(access.requester(), voiding.facts()),
        new Controller(
            request.controller(), Requesters.name(request.controller(), voiding.facts())),
        request.basis(),
        request.reason(),
        newest.map(Document::documentType).orElse(null),
        voiding.serviceTasks(),
        done ? voiding.versions() : List.of(),
        done ? voiding.target().current() : null,
        Requesters.party(chain.map(Chain::producer).orElse(null), voiding.facts()),
        Requesters.party(chain.map(Chain::subcontractor).orElse(null), voiding.facts()),
        access.legalReferences());
  }

  private AccessExplanation explain(
      VoidingCase voiding,
      Outcome outcome,
      @Nullable String reasonCode,
      List<String> law,
      Verdict verdict,
      List<GivenDocument> voided) {
    VoidingRequest request = voiding.request();
    return new AccessExplanation(
        ids.next(),
        "VOID",
        voiding.now(),
        new AccessExplanation.RequestedBy(
            voiding.organisation(), request.unit(), request.professional()),
        asked(voiding),
        outcome,
        null,
        reasonCode,
        request.basis(),
        null,
        null,
        rulebook,
        law,
        verdict.rules(),
        voided,
        List.of());
  }

  /** The request for the record, without the client and the professional, who stand beside it. */
  private ObjectNode asked(VoidingCase voiding) {
    ObjectNode asked = json.valueToTree(voiding.request());
    asked.remove(List.of("client", "professional"));
    return asked.put("documentOid", voiding.documentOid().value());
  }
}
