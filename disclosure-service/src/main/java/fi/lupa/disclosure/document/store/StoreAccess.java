package fi.lupa.disclosure.document.store;

import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.event.Controller;
import fi.lupa.contracts.event.DocumentStored;
import fi.lupa.disclosure.decision.Rule;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.decision.Verdict;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.AccessExplanation.GivenDocument;
import fi.lupa.disclosure.record.AccessStore;
import fi.lupa.disclosure.record.Requesters;
import fi.lupa.platform.Ids;
import fi.lupa.platform.outbox.Outbox;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts a storing, or its denial, on record and into the client's log. */
@Component
class StoreAccess {
  private final AccessStore records;
  private final Requesters requesters;
  private final Outbox outbox;
  private final Ids ids;
  private final JsonMapper json;
  private final Rulebook rulebook;

  StoreAccess(
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

  AccessExplanation denied(StoreCase request, Verdict.Denied denied) {
    Rule rule = denied.rule();
    return explain(
        request, Outcome.DENIED, rule.code(), denied.legalReferences(), denied, List.of());
  }

  AccessExplanation permitted(StoreCase request, Verdict.Allowed allowed, Document document) {
    return explain(
        request,
        Outcome.PERMITTED,
        null,
        allowed.legalReferences(),
        allowed,
        List.of(GivenDocument.of(document)));
  }

  /**
   * @param stored the version that was stored, absent when it was denied
   */
  Mono<Void> record(StoreCase request, AccessExplanation access, @Nullable Document stored) {
    return records
        .insert(request.client(), access, List.of(request.metadata().controller()))
        .then(outbox.append(event(request, access, stored), request.client().toString()))
        .then();
  }

  private DocumentStored event(
      StoreCase request, AccessExplanation access, @Nullable Document stored) {
    DocumentMetadata metadata = request.metadata();
    return new DocumentStored(
        access.queryId(),
        metadata.documentOid(),
        request.client(),
        access.time(),
        access.outcome(),
        access.reasonCode(),
        requesters.of(access.requester(), request.facts()),
        new Controller(
            metadata.controller(), Requesters.name(metadata.controller(), request.facts())),
        metadata.basis(),
        metadata.documentType(),
        metadata.tasks(),
        access.legalReferences(),
        stored == null ? null : stored.version(),
        stored == null ? null : Requesters.party(stored.chain().producer(), request.facts()),
        stored == null ? null : Requesters.party(stored.chain().subcontractor(), request.facts()));
  }

  private AccessExplanation explain(
      StoreCase request,
      Outcome outcome,
      @Nullable String reasonCode,
      List<String> law,
      Verdict verdict,
      List<GivenDocument> given) {
    return new AccessExplanation(
        ids.next(),
        "STORE",
        request.inquiry().now(),
        new AccessExplanation.RequestedBy(request.organisation(), request.metadata().unit(), null),
        asked(request.metadata()),
        outcome,
        null,
        reasonCode,
        request.metadata().basis(),
        null,
        null,
        rulebook,
        law,
        verdict.rules(),
        given,
        List.of());
  }

  /**
   * The request for the record, without its clients: each one's record tells nothing of others. The
   * title and the author are in the document.
   */
  private ObjectNode asked(DocumentMetadata metadata) {
    ObjectNode asked = json.valueToTree(metadata);
    asked.remove(List.of("client", "clients", "title", "author"));
    return asked;
  }
}
