package fi.lupa.disclosure.recordquery.query;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.asking.AccessRequests;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.decision.Scope;
import fi.lupa.disclosure.decision.Verdict;
import fi.lupa.disclosure.document.DocumentStore;
import fi.lupa.disclosure.document.Place;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.QueriedAccesses;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.sql.direct.DirectTransactions;
import fi.lupa.platform.web.PageRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Decides a query and answers it in one transaction over one snapshot: facts read, documents read,
 * the record with its explanation and its event written. Without the record there is no answer.
 */
@Component
class RecordQuery {
  /**
   * Where much is withheld, small pages must not mean many statements, and where little is, the few
   * that are missing must not mean many documents read.
   */
  private static final int LEAST_LATER = 50;

  private static final int MOST_LATER = 200;

  private final FactStore facts;
  private final DocumentStore documents;
  private final Contents contents;
  private final QueryAccess accesses;
  private final Safety safety;
  private final DirectTransactions transactions;
  private final ClientRefs clients;
  private final AccessRequests requests;
  private final Rulebook rulebook;

  RecordQuery(
      FactStore facts,
      DocumentStore documents,
      Contents contents,
      QueryAccess accesses,
      Safety safety,
      DirectTransactions transactions,
      ClientRefs clients,
      AccessRequests requests,
      Rulebook rulebook) {
    this.facts = facts;
    this.documents = documents;
    this.contents = contents;
    this.accesses = accesses;
    this.safety = safety;
    this.transactions = transactions;
    this.clients = clients;
    this.requests = requests;
    this.rulebook = rulebook;
  }

  /** What the transaction came to: an answer, or a denial that is on record all the same. */
  private sealed interface Result {
    record Answered(RecordQueryAnswer answer) implements Result {}

    record Denied(AccessExplanation access) implements Result {}
  }

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

  private QueryCase open(
      Oid organisation, ClientRef client, RecordQueryRequest request, Facts known) {
    return new QueryCase(
        organisation,
        client,
        request,
        requests.inquiry(
            organisation,
            request,
            QueryCase.orEmpty(request.serviceTasks()),
            QueryCase.orEmpty(request.socialServices())),
        AccessRequests.about(request.client(), known));
  }

  private Mono<Result> decide(QueryCase query, @Nullable Place after) {
    return switch (rulebook.decide(query.inquiry(), query.facts())) {
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
      QueryCase query, Scope scope, Selection selection, @Nullable Place after, int chunk) {
    return documents
        .page(query.refs(), scope, query.filter(), after, chunk)
        .flatMap(found ->
            selection.accept(found) && found.size() == chunk
                ? select(
                    query,
                    scope,
                    selection,
                    selection.last(),
                    Math.clamp(4L * selection.missing(), LEAST_LATER, MOST_LATER))
                : Mono.empty());
  }

  private Mono<Result> deny(QueryCase query, Verdict.Denied denied) {
    AccessExplanation access = accesses.denied(query, rulebook, denied);
    Oid controller = query.request().controller();
    return accesses
        .record(query, access, controller == null ? List.of() : List.of(controller))
        .thenReturn(new Result.Denied(access));
  }

  private Mono<Result> answer(QueryCase query, Verdict.Allowed allowed, Selection selection) {
    return safety
        .of(query, selection.given())
        .flatMap(hidden -> answer(query, allowed, selection, hidden));
  }

  private Mono<Result> answer(
      QueryCase query, Verdict.Allowed allowed, Selection selection, Safety.Result hidden) {
    AccessExplanation access =
        accesses.answered(query, rulebook, allowed, selection, hidden.rules());
    List<Oid> controllers = QueriedAccesses.controllers(allowed, selection.given());
    return accesses
        .record(query, access, controllers)
        .then(
            Mono.defer(() ->
                query.request().content()
                    ? contents.of(query.refs(), selection.given(), hidden.hides())
                    : Contents.none()))
        .map(found ->
            new Result.Answered(
                RecordQueryAnswer.of(access, selection, query.tellsOfWithheld(selection), found)));
  }
}
