package fi.lupa.disclosure.document.store;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.disclosure.decision.Inquiry;
import fi.lupa.disclosure.decision.StoreRules;
import fi.lupa.disclosure.decision.Verdict;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.DocumentSettings;
import fi.lupa.disclosure.document.DocumentStore;
import fi.lupa.disclosure.document.DocumentStore.Source;
import fi.lupa.disclosure.document.History;
import fi.lupa.disclosure.document.VersionStore;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.client.TemporaryId;
import fi.lupa.platform.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Decides and stores, to be run in one transaction: the document, the record of the access and its
 * event, or nothing.
 */
@Component
class StoreDocument {
  private final FactStore facts;
  private final DocumentStore documents;
  private final VersionStore versions;
  private final StoreAccess accesses;
  private final DocumentSettings settings;
  private final ClientRefs clients;
  private final Clock clock;

  StoreDocument(
      FactStore facts,
      DocumentStore documents,
      VersionStore versions,
      StoreAccess accesses,
      DocumentSettings settings,
      ClientRefs clients,
      Clock clock) {
    this.facts = facts;
    this.documents = documents;
    this.versions = versions;
    this.accesses = accesses;
    this.settings = settings;
    this.clients = clients;
    this.clock = clock;
  }

  /** What storing came to; a denial is on record all the same. */
  sealed interface Result {
    record Stored(StoreAnswer answer) implements Result {}

    record Denied(String code, UUID storeId) implements Result {}
  }

  Mono<Result> store(Oid organisation, CheckedUpload upload) {
    DocumentMetadata metadata = upload.metadata();
    ClientRef client = clients.of(metadata.client());
    List<Oid> concerned =
        Stream.concat(Stream.of(organisation, metadata.controller()), metadata.statedParties())
            .distinct()
            .toList();
    return history(client, metadata)
        .flatMap(history ->
            facts
                .load(client, concerned, false)
                .map(known ->
                    new StoreCase(
                        organisation,
                        client,
                        upload,
                        inquiry(organisation, metadata),
                        known,
                        history)))
        .flatMap(this::decide);
  }

  private Mono<History> history(ClientRef client, DocumentMetadata metadata) {
    return metadata.baseVersion() == null
        ? Mono.just(History.NONE)
        : versions.locked(client, metadata.documentOid());
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
        metadata.services(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private Mono<Result> decide(StoreCase request) {
    boolean anew = request.metadata().baseVersion() == null;
    Verdict verdict =
        StoreRules.decide(
            request.inquiry(),
            request.facts(),
            request.storing(),
            anew ? settings.writeGrace() : Duration.ZERO);
    return switch (verdict) {
      case Verdict.Denied denied ->
          repeated(request).switchIfEmpty(Mono.defer(() -> deny(request, denied)));
      case Verdict.Allowed allowed ->
          anew
              ? insert(request, allowed).switchIfEmpty(again(request, "DOCUMENT_EXISTS"))
              : replace(request, allowed);
    };
  }

  private Mono<Result> deny(StoreCase request, Verdict.Denied denied) {
    AccessExplanation access = accesses.denied(request, denied);
    return accesses
        .record(request, access, null)
        .thenReturn(new Result.Denied(denied.rule().code(), access.queryId()));
  }

  /** A new version takes the place of the one it was made from, and of no other. */
  private Mono<Result> replace(StoreCase request, Verdict.Allowed allowed) {
    Optional<String> conflict = Bases.conflict(request.history(), request.metadata().baseVersion());
    return conflict
        .map(code -> again(request, code))
        .orElseGet(() ->
            versions
                .supersede(request.client(), request.metadata().documentOid())
                .then(insert(request, allowed))
                .switchIfEmpty(again(request, "VERSION_CONFLICT")));
  }

  /** Empty when the identifier and version are taken. */
  private Mono<Result> insert(StoreCase request, Verdict.Allowed allowed) {
    Optional<UsageRightChanged> right = request.right(allowed.rules());
    Document document = NewDocument.of(request, right);
    AccessExplanation access = accesses.permitted(request, allowed, document);
    return documents
        .insert(
            request.client(),
            document,
            source(request.upload(), right, access.queryId()),
            request.upload().content())
        .filter(inserted -> inserted)
        .flatMap(_ ->
            accesses
                .record(request, access, document)
                .thenReturn(new Result.Stored(StoreAnswer.of(document, access.queryId()))));
  }

  /** Systems repeat what they got no answer to: the same upload again gets the answer it had. */
  private Mono<Result> again(StoreCase request, String otherwise) {
    return repeated(request).switchIfEmpty(Mono.error(() -> Problem.conflict(otherwise)));
  }

  private Mono<Result> repeated(StoreCase request) {
    return versions
        .repeated(
            request.client(), request.metadata().documentOid(), request.upload().fingerprint())
        .map(stored -> new Result.Stored(StoreAnswer.of(stored.document(), stored.storeId())));
  }

  private static Source source(
      CheckedUpload upload, Optional<UsageRightChanged> right, UUID storeId) {
    return new Source(
        right.map(UsageRightChanged::id).orElse(null),
        right.map(UsageRightChanged::version).orElse(null),
        upload.sha256(),
        upload.fingerprint(),
        storeId,
        upload.signatureBytes());
  }
}
