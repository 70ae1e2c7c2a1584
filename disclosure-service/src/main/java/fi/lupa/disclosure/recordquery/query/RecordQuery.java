package fi.lupa.disclosure.recordquery.query;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Outcome;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.decision.Inquiry;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.decision.Scope;
import fi.lupa.disclosure.decision.Verdict;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.DocumentFilter;
import fi.lupa.disclosure.document.DocumentStore;
import fi.lupa.disclosure.document.Place;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.AccessExplanation.GivenDocument;
import fi.lupa.disclosure.record.AccessStore;
import fi.lupa.disclosure.recordquery.query.RecordQueryAnswer.ContentPart;
import fi.lupa.disclosure.recordquery.query.RecordQueryAnswer.DecisionPart;
import fi.lupa.disclosure.recordquery.query.RecordQueryAnswer.Found;
import fi.lupa.platform.Ids;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.client.TemporaryId;
import fi.lupa.platform.outbox.Outbox;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides a query and answers it in one transaction over one snapshot: facts read, documents read,
 * the record with its explanation and its event written. Without the record there is no answer.
 */
@Component
class RecordQuery {
  private static final Rulebook RULEBOOK = Rulebook.ACT_703_2023;

  /** Where much is withheld, small pages must not mean many statements. */
  private static final int LATER_CHUNK = 200;

  private final FactStore facts;
  private final DocumentStore documents;
  private final AccessStore records;
  private final QueriedEvents events;
  private final Outbox outbox;
  private final Transactions transactions;
  private final ClientRefs clients;
  private final Ids ids;
  private final Clock clock;
  private final JsonMapper json;

  RecordQuery(
      FactStore facts,
      DocumentStore documents,
      AccessStore records,
      QueriedEvents events,
      Outbox outbox,
      Transactions transactions,
      ClientRefs clients,
      Ids ids,
      Clock clock,
      JsonMapper json) {
    this.facts = facts;
    this.documents = documents;
    this.records = records;
    this.events = events;
    this.outbox = outbox;
    this.transactions = transactions;
    this.clients = clients;
    this.ids = ids;
    this.clock = clock;
    this.json = json;
  }

  /** What the transaction came to: an answer, or a denial that is on record all the same. */
  private sealed interface Result {
    record Answered(RecordQueryAnswer answer) implements Result {}

    record Denied(AccessExplanation access) implements Result {}
  }

  /** The query in hand: who asks about whom, and what is known. */
  private record Case(
      Oid organisation,
      ClientRef client,
      RecordQueryRequest request,
      Inquiry inquiry,
      Facts facts) {}

  /** Answers the query, or signals a problem 403 with the reason code and the query's id. */
  Mono<RecordQueryAnswer> ask(Oid organisation, RecordQueryRequest request) {
    ClientRef client = clients.of(request.client());
    Place after = Place.parse(request.cursor());
    List<Oid> concerned =
        Stream.concat(Stream.of(organisation), Stream.ofNullable(request.controller()))
            .distinct()
            .toList();
    return transactions
        .snapshot(
            facts
                .load(client, concerned, request.basis() == Basis.DISCLOSURE)
                .map(known -> open(organisation, client, request, known))
                .flatMap(query -> decide(query, after)))
        .map(result ->
            switch (result) {
              case Result.Answered answered -> answered.answer();
              case Result.Denied denied ->
                  throw Problem.denied(Objects.requireNonNull(denied.access().reasonCode()))
                      .with("queryId", denied.access().queryId());
            });
  }

  private Case open(Oid organisation, ClientRef client, RecordQueryRequest request, Facts known) {
    return new Case(organisation, client, request, inquiry(organisation, request), known);
  }

  private Inquiry inquiry(Oid organisation, RecordQueryRequest request) {
    return new Inquiry(
        request.basis(),
        organisation,
        request.requester().unit(),
        request.controller(),
        request.client() instanceof TemporaryId,
        request.relationship() == null ? null : request.relationship().type(),
        orEmpty(request.serviceTasks()),
        orEmpty(request.socialServices()),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private Mono<Result> decide(Case query, @Nullable Place after) {
    return switch (RULEBOOK.decide(query.inquiry(), query.facts())) {
      case Verdict.Denied denied -> deny(query, denied);
      case Verdict.Allowed allowed -> {
        RecordQueryRequest request = query.request();
        int limit = request.limit() == null ? PageRequest.DEFAULT_LIMIT : request.limit();
        Selection selection = new Selection(allowed.documentRules(), limit, request.content());
        yield select(query, allowed.scope(), selection, after, limit + 1)
            .then(Mono.defer(() -> answer(query, allowed, selection)));
      }
    };
  }

  private Mono<Void> select(
      Case query, Scope scope, Selection selection, @Nullable Place after, int chunk) {
    return documents
        .page(query.client(), scope, filter(query.request()), after, chunk)
        .flatMap(found ->
            selection.accept(found) && found.size() == chunk
                ? select(query, scope, selection, selection.last(), LATER_CHUNK)
                : Mono.empty());
  }

  private Mono<Result> deny(Case query, Verdict.Denied denied) {
    AccessExplanation access =
        explain(
            query,
            Outcome.DENIED,
            denied.rule().code(),
            denied.rule().legalReferences(),
            denied,
            null);
    Oid controller = query.request().controller();
    return record(query, access, controller == null ? List.of() : List.of(controller))
        .thenReturn(new Result.Denied(access));
  }

  private Mono<Result> answer(Case query, Verdict.Allowed allowed, Selection selection) {
    Outcome outcome = selection.withheld().isEmpty() ? Outcome.PERMITTED : Outcome.PARTIAL;
    AccessExplanation access =
        explain(query, outcome, null, allowed.legalReferences(), allowed, selection);
    List<Oid> controllers =
        Stream.concat(
                selection.given().stream().map(Document::controller),
                Stream.ofNullable(allowed.scope().controller()))
            .distinct()
            .toList();
    return record(query, access, controllers)
        .then(Mono.defer(() -> contents(query, selection)))
        .map(contents ->
            new Result.Answered(
                answer(access, selection, query.request().content() ? contents : null)));
  }

  private Mono<Map<Document.Id, byte[]>> contents(Case query, Selection selection) {
    return query.request().content() && !selection.given().isEmpty()
        ? documents.contents(query.client(), selection.given().stream().map(Document::id).toList())
        : Mono.just(Map.of());
  }

  private static RecordQueryAnswer answer(
      AccessExplanation access, Selection selection, @Nullable Map<Document.Id, byte[]> contents) {
    return new RecordQueryAnswer(
        access.queryId(),
        new DecisionPart(
            access.outcome(),
            access.basis(),
            access.ground(),
            access.legalReferences(),
            access.rulebook(),
            access.facts()),
        selection.given().stream()
            .map(document -> new Found(document, content(document, contents)))
            .toList(),
        !selection.withheld().isEmpty(),
        selection.next());
  }

  private static @Nullable ContentPart content(
      Document document, @Nullable Map<Document.Id, byte[]> contents) {
    if (contents == null) {
      return null;
    }
    byte[] bytes = contents.get(document.id());
    if (bytes == null) {
      throw new IllegalStateException("a document without its content");
    }
    return new ContentPart(document.form().mediaType(), new String(bytes, StandardCharsets.UTF_8));
  }

  private Mono<Void> record(Case query, AccessExplanation access, List<Oid> controllers) {
    List<Oid> concerned =
        Stream.concat(
                controllers.stream(),
                access.withheld().stream().map(AccessExplanation.WithheldDocument::controller))
            .distinct()
            .toList();
    return records
        .insert(query.client(), access, concerned)
        .then(
            outbox.append(
                events.of(
                    query.client(),
                    access,
                    query.request().purpose(),
                    controllers,
                    query.request().content(),
                    query.facts()),
                query.client().toString()))
        .then();
  }

  private AccessExplanation explain(
      Case query,
      Outcome outcome,
      @Nullable String reasonCode,
      List<String> law,
      Verdict verdict,
      @Nullable Selection selection) {
    RecordQueryRequest request = query.request();
    Instant now = query.inquiry().now();
    return new AccessExplanation(
        ids.next(),
        "QUERY",
        now,
        new AccessExplanation.RequestedBy(
            query.organisation(), request.requester().unit(), request.requester().professional()),
        asked(request),
        outcome,
        reasonCode,
        request.basis(),
        request.basis() == Basis.DISCLOSURE ? Ground.PERMIT : null,
        RULEBOOK,
        law,
        verdict.rules(),
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

  private static DocumentFilter filter(RecordQueryRequest request) {
    return new DocumentFilter(
        orEmpty(request.serviceTasks()),
        orEmpty(request.socialServices()),
        orEmpty(request.documentTypes()),
        request.recordedFrom(),
        request.recordedTo());
  }

  private static <T> Set<T> orEmpty(@Nullable Set<T> set) {
    return set == null ? Set.of() : set;
  }
}
