package fi.lupa.disclosure.document.store;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.decision.Verdict;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.DocumentSettings;
import fi.lupa.disclosure.document.DocumentStore;
import fi.lupa.disclosure.document.DocumentStore.Source;
import fi.lupa.disclosure.document.History;
import fi.lupa.disclosure.document.VersionStore;
import fi.lupa.disclosure.document.VersionStore.Stored;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.retention.DocumentChanges;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Decides and stores, to be run in one transaction: the document, the record of the access and its
 * event, or nothing. In a common matter each client is decided, recorded and told alone, and either
 * all get the document or none.
 */
@Component
class StoreDocument {
  private static final List<Violation> OLD_LEFT_OUT =
      List.of(new Violation("/metadata/old", "must be true, as in the base version"));

  private final StoreCases cases;
  private final DocumentStore documents;
  private final VersionStore versions;
  private final StoreAccess accesses;
  private final DocumentChanges changes;
  private final DocumentSettings settings;
  private final Rulebook rulebook;

  StoreDocument(
      StoreCases cases,
      DocumentStore documents,
      VersionStore versions,
      StoreAccess accesses,
      DocumentChanges changes,
      DocumentSettings settings,
      Rulebook rulebook) {
    this.cases = cases;
    this.documents = documents;
    this.versions = versions;
    this.accesses = accesses;
    this.changes = changes;
    this.settings = settings;
    this.rulebook = rulebook;
  }

  /** What storing came to; a denial is on record all the same. */
  sealed interface Result {
    record Stored(StoreAnswer answer) implements Result {}

    record Denied(String code, UUID storeId) implements Result {}
  }

  /** A client's case that may be carried out. */
  private record Allowed(StoreCase request, Verdict.Allowed verdict) {}

  /** A client's case that may not. */
  private record Denied(StoreCase request, Verdict.Denied verdict) {}

  Mono<Result> store(Oid organisation, CheckedUpload upload) {
    return cases.open(organisation, upload).flatMap(all -> decide(upload, all));
  }

  private Mono<Result> decide(CheckedUpload upload, List<StoreCase> all) {
    boolean anew = upload.metadata().baseVersion() == null;
    List<Allowed> allowed = new ArrayList<>();
    List<Denied> denied = new ArrayList<>();
    for (StoreCase request : all) {
      switch (verdict(request, anew)) {
        case Verdict.Allowed verdict -> allowed.add(new Allowed(request, verdict));
        case Verdict.Denied verdict -> denied.add(new Denied(request, verdict));
      }
    }
    if (!denied.isEmpty()) {
      return repeated(all).switchIfEmpty(Mono.defer(() -> deny(denied)));
    }
    return anew
        ? insert(allowed).switchIfEmpty(again(all, "DOCUMENT_EXISTS"))
        : replace(upload.metadata(), all, allowed);
  }

  private Verdict verdict(StoreCase request, boolean anew) {
    return rulebook.store(
        request.inquiry(),
        request.facts(),
        request.storing(),
        anew ? settings.writeGrace() : Duration.ZERO);
  }

  /** A denial is that client's alone: nothing happened to those who could have been stored. */
  private Mono<Result> deny(List<Denied> denied) {
    return Flux.fromIterable(denied).concatMap(this::deny).collectList().map(List::getFirst);
  }

  private Mono<Result> deny(Denied denied) {
    AccessExplanation access = accesses.denied(denied.request(), denied.verdict());
    return accesses
        .record(denied.request(), access, null)
        .thenReturn(new Result.Denied(denied.verdict().rule().code(), access.queryId()));
  }

  /**
   * A new version takes the place of the one it was made from, and of no other. A repetition is
   * known first: once its version has been voided, its base may be current again.
   */
  private Mono<Result> replace(
      DocumentMetadata metadata, List<StoreCase> all, List<Allowed> allowed) {
    Optional<Problem> refusal =
        all.stream().flatMap(one -> refusal(one.history(), metadata).stream()).findFirst();
    return repeated(all)
        .switchIfEmpty(
            Mono.defer(() ->
                refusal.isPresent()
                    ? Mono.error(refusal.get())
                    : supersede(metadata, all).then(insert(allowed))))
        .switchIfEmpty(Mono.error(() -> Problem.conflict("VERSION_CONFLICT")));
  }

  private static Optional<Problem> refusal(History history, DocumentMetadata metadata) {
    Oid base = metadata.baseVersion();
    return Bases.conflict(history, base)
        .map(Problem::conflict)
        .or(() ->
            Bases.opens(history, base, metadata.handling().old())
                ? Optional.of(Problem.invalid("DOCUMENT_INVALID", OLD_LEFT_OUT))
                : Optional.empty());
  }

  private Mono<Void> supersede(DocumentMetadata metadata, List<StoreCase> all) {
    return Flux.fromIterable(all)
        .concatMap(one -> versions.supersede(one.under(), metadata.documentOid()))
        .then();
  }

  /**
   * Empty when the identifier and version are taken. The first client's row stands for the document
   * and meets whatever is there; after it nothing of another upload can be in the way.
   */
  private Mono<Result> insert(List<Allowed> allowed) {
    return insert(allowed.getFirst())
        .flatMap(first ->
            Flux.fromIterable(allowed)
                .skip(1)
                .concatMap(other ->
                    insert(other)
                        .switchIfEmpty(Mono.error(() -> Problem.conflict("DOCUMENT_EXISTS"))))
                .startWith(first)
                .collectList())
        .map(StoreDocument::answer);
  }

  private Mono<Stored> insert(Allowed allowed) {
    StoreCase request = allowed.request();
    Optional<UsageRightChanged> right = request.right(allowed.verdict().rules());
    Document document = NewDocument.of(request, right);
    AccessExplanation access = accesses.permitted(request, allowed.verdict(), document);
    return documents
        .insert(
            request.under(),
            document,
            source(request.upload(), right, access.queryId()),
            request.lead(),
            request.upload().content())
        .onErrorMap(DuplicateKeyException.class, _ -> Problem.of("DOCUMENT_DESTROYED"))
        .filter(inserted -> inserted)
        .flatMap(_ ->
            changes
                .made(request.under(), document)
                .then(accesses.record(request, access, document))
                .thenReturn(new Stored(document, access.queryId())));
  }

  /** Systems repeat what they got no answer to: the same upload again gets the answer it had. */
  private Mono<Result> again(List<StoreCase> all, String otherwise) {
    return repeated(all).switchIfEmpty(Mono.error(() -> Problem.conflict(otherwise)));
  }

  private Mono<Result> repeated(List<StoreCase> all) {
    return Flux.fromIterable(all)
        .concatMap(one ->
            versions.repeated(
                one.under(), one.metadata().documentOid(), one.upload().fingerprint()))
        .collectList()
        .filter(stored -> stored.size() == all.size())
        .map(StoreDocument::answer);
  }

  private static Result answer(List<Stored> stored) {
    return new Result.Stored(
        StoreAnswer.of(
            stored.getFirst().document(), stored.stream().map(Stored::storeId).toList()));
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
