package fi.lupa.disclosure.document.store;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.event.Controller;
import fi.lupa.contracts.event.DocumentStored;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.disclosure.decision.FactRef;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.decision.Inquiry;
import fi.lupa.disclosure.decision.Rule;
import fi.lupa.disclosure.decision.RuleResult;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.decision.StoreRules;
import fi.lupa.disclosure.decision.Verdict;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.DocumentSettings;
import fi.lupa.disclosure.document.DocumentStore;
import fi.lupa.disclosure.document.DocumentStore.Content;
import fi.lupa.disclosure.document.DocumentStore.StoredUnder;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.AccessExplanation.GivenDocument;
import fi.lupa.disclosure.record.AccessStore;
import fi.lupa.disclosure.record.Requesters;
import fi.lupa.platform.Ids;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.client.TemporaryId;
import fi.lupa.platform.outbox.Outbox;
import fi.lupa.platform.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides and stores, to be run in one transaction: the document, the record of the access and its
 * event, or nothing.
 */
@Component
class StoreDocument {
  private static final Rulebook RULEBOOK = Rulebook.ACT_703_2023;

  private final FactStore facts;
  private final DocumentStore documents;
  private final AccessStore records;
  private final Requesters requesters;
  private final Outbox outbox;
  private final DocumentSettings settings;
  private final ClientRefs clients;
  private final Ids ids;
  private final Clock clock;
  private final JsonMapper json;

  StoreDocument(
      FactStore facts,
      DocumentStore documents,
      AccessStore records,
      Requesters requesters,
      Outbox outbox,
      DocumentSettings settings,
      ClientRefs clients,
      Ids ids,
      Clock clock,
      JsonMapper json) {
    this.facts = facts;
    this.documents = documents;
    this.records = records;
    this.requesters = requesters;
    this.outbox = outbox;
    this.settings = settings;
    this.clients = clients;
    this.ids = ids;
    this.clock = clock;
    this.json = json;
  }

  /** What storing came to; a denial is on record all the same. */
  sealed interface Result {
    record Stored(StoreAnswer answer) implements Result {}

    record Denied(String code, UUID storeId) implements Result {}
  }

  private record Case(
      Oid organisation,
      ClientRef client,
      DocumentMetadata metadata,
      Inquiry inquiry,
      Facts facts) {}

  Mono<Result> store(
      Oid organisation, DocumentMetadata metadata, Content content, String mediaType) {
    ClientRef client = clients.of(metadata.client());
    List<Oid> concerned = Stream.of(organisation, metadata.controller()).distinct().toList();
    return facts
        .load(client, concerned)
        .map(known ->
            new Case(organisation, client, metadata, inquiry(organisation, metadata), known))
        .flatMap(request -> decide(request, content, mediaType));
  }

  private Inquiry inquiry(Oid organisation, DocumentMetadata metadata) {
    return new Inquiry(
        metadata.basis(),
        organisation,
        metadata.unit(),
        metadata.controller(),
        metadata.client() instanceof TemporaryId,
        null,
        metadata.serviceTasks(),
        services(metadata),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private Mono<Result> decide(Case request, Content content, String mediaType) {
    Verdict verdict =
        StoreRules.decide(
            request.inquiry(),
            request.facts(),
            request.metadata().recordedAt(),
            settings.writeGrace());
    return switch (verdict) {
      case Verdict.Denied denied -> deny(request, denied);
      case Verdict.Allowed allowed -> insert(request, allowed, content, mediaType);
    };
  }

  private Mono<Result> deny(Case request, Verdict.Denied denied) {
    Rule rule = denied.rule();
    AccessExplanation access =
        explain(request, Outcome.DENIED, rule.code(), rule.legalReferences(), denied, List.of());
    return record(request, access).thenReturn(new Result.Denied(rule.code(), access.queryId()));
  }

  private Mono<Result> insert(
      Case request, Verdict.Allowed allowed, Content content, String mediaType) {
    Optional<UsageRightChanged> right = right(request, allowed.rules());
    Document document = document(request, right, mediaType, content.bytes().length);
    AccessExplanation access =
        explain(
            request,
            Outcome.PERMITTED,
            null,
            allowed.legalReferences(),
            allowed,
            List.of(GivenDocument.of(document)));
    return documents
        .insert(request.client(), document, right.map(StoreDocument::under).orElse(null), content)
        .filter(inserted -> inserted)
        .switchIfEmpty(Mono.error(() -> Problem.of("DOCUMENT_EXISTS")))
        .then(record(request, access))
        .thenReturn(new Result.Stored(answer(document, access.queryId())));
  }

  private Mono<Void> record(Case request, AccessExplanation access) {
    return records
        .insert(request.client(), access, List.of(request.metadata().controller()))
        .then(outbox.append(event(request, access), request.client().toString()))
        .then();
  }

  private DocumentStored event(Case request, AccessExplanation access) {
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
        metadata.serviceTasks(),
        access.legalReferences());
  }

  private AccessExplanation explain(
      Case request,
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
        reasonCode,
        request.metadata().basis(),
        null,
        RULEBOOK,
        law,
        verdict.rules(),
        given,
        List.of());
  }

  /**
   * The request for the record, without the client, the title and the author, who are in the
   * document.
   */
  private ObjectNode asked(DocumentMetadata metadata) {
    ObjectNode asked = json.valueToTree(metadata);
    asked.remove(List.of("client", "title", "author"));
    return asked;
  }

  /** In a register of another, with the whole purchase chain (Act 703/2023 37 § 3). */
  private static Document document(
      Case request, Optional<UsageRightChanged> right, String mediaType, int bytes) {
    DocumentMetadata metadata = request.metadata();
    Instant now = request.inquiry().now();
    Oid producer = right.map(UsageRightChanged::producer).orElse(null);
    return new Document(
        metadata.documentOid(),
        new Oid(metadata.documentOid().value() + ".1"),
        1,
        metadata.controller(),
        producer,
        producer == null || producer.equals(request.organisation()) ? null : request.organisation(),
        metadata.unit(),
        metadata.documentType(),
        metadata.schemaOid() == null ? null : metadata.schemaOid().value(),
        mediaType,
        metadata.serviceTasks(),
        services(metadata),
        metadata.title(),
        metadata.author(),
        metadata.language(),
        metadata.recordedAt().truncatedTo(ChronoUnit.MICROS),
        now,
        bytes);
  }

  /**
   * The right that the last condition on rights saw, the caller's own before one that it is a
   * subcontractor of.
   */
  private static Optional<UsageRightChanged> right(Case request, List<RuleResult> rules) {
    Set<String> seen =
        rules.stream()
            .filter(result -> result.rule() == Rule.RIGHT_TO_WRITE)
            .flatMap(result -> result.facts().stream())
            .map(FactRef::id)
            .collect(Collectors.toSet());
    return request.facts().rights().stream()
        .filter(right -> seen.contains(right.id().toString()))
        .min(
            Comparator.comparing(
                (UsageRightChanged right) -> !right.producer().equals(request.organisation())));
  }

  private static StoredUnder under(UsageRightChanged right) {
    return new StoredUnder(right.id(), right.version());
  }

  private static StoreAnswer answer(Document document, UUID storeId) {
    return new StoreAnswer(
        storeId,
        document.documentOid(),
        document.versionOid(),
        document.version(),
        document.controller(),
        document.serviceTasks(),
        document.storedAt());
  }

  private static Set<String> services(DocumentMetadata metadata) {
    return Objects.requireNonNullElse(metadata.socialServices(), Set.of());
  }
}
