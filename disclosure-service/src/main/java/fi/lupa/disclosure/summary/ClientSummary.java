package fi.lupa.disclosure.summary;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.asking.AccessRequests;
import fi.lupa.disclosure.decision.Rulebook;
import fi.lupa.disclosure.decision.Scope;
import fi.lupa.disclosure.decision.Verdict;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.DocumentFilter;
import fi.lupa.disclosure.document.DocumentStore;
import fi.lupa.disclosure.document.Place;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.QueriedAccesses;
import fi.lupa.disclosure.summary.SummaryAccess.Case;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.sql.Transactions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Decides and compiles a summary in one transaction over one snapshot. It is decided document by
 * document, as if the requester read the relationship and case documents that it is made of: so a
 * summary never tells what a query wouldn't give.
 */
@Component
class ClientSummary {
  private static final Set<String> TYPES = Set.of("1505.1", "1505.2");
  private static final int CHUNK = 200;

  private final FactStore facts;
  private final DocumentStore documents;
  private final SummaryStore summaries;
  private final SummaryAccess accesses;
  private final Transactions transactions;
  private final ClientRefs clients;
  private final AccessRequests requests;
  private final Rulebook rulebook;

  ClientSummary(
      FactStore facts,
      DocumentStore documents,
      SummaryStore summaries,
      SummaryAccess accesses,
      Transactions transactions,
      ClientRefs clients,
      AccessRequests requests,
      Rulebook rulebook) {
    this.facts = facts;
    this.documents = documents;
    this.summaries = summaries;
    this.accesses = accesses;
    this.transactions = transactions;
    this.clients = clients;
    this.requests = requests;
    this.rulebook = rulebook;
  }

  /** What the transaction came to: an answer, or a denial that is on record all the same. */
  private sealed interface Result {
    record Answered(SummaryAnswer answer) implements Result {}

    record Denied(AccessExplanation access) implements Result {}
  }

  /** Answers, or signals a problem 403 with the reason code and the query's id. */
  Mono<SummaryAnswer> compile(Oid organisation, SummaryRequest request) {
    ClientRef client = clients.of(request.client());
    List<Oid> concerned =
        Stream.concat(Stream.of(organisation), Stream.ofNullable(request.controller()))
            .distinct()
            .toList();
    return transactions
        .snapshot(
            facts
                .load(client, concerned, request.basis() == Basis.DISCLOSURE)
                .map(known ->
                    new Case(
                        organisation,
                        client,
                        request,
                        requests.inquiry(organisation, request, request.tasks(), Set.of()),
                        AccessRequests.about(request.client(), known)))
                .flatMap(this::decide))
        .map(result ->
            switch (result) {
              case Result.Answered answered -> answered.answer();
              case Result.Denied denied ->
                  throw Problem.denied(Objects.requireNonNull(denied.access().reasonCode()))
                      .with("queryId", denied.access().queryId());
            });
  }

  private Mono<Result> decide(Case asked) {
    return switch (rulebook.decide(asked.inquiry(), asked.facts())) {
      case Verdict.Denied denied -> deny(asked, denied);
      case Verdict.Allowed allowed ->
          found(asked, allowed.scope(), null)
              .collectList()
              .map(all -> Sources.of(allowed.documentRules(), all))
              .flatMap(sources -> answer(asked, allowed, sources));
    };
  }

  private Flux<Document> found(Case asked, Scope scope, @Nullable Place after) {
    DocumentFilter filter =
        new DocumentFilter(
            asked.request().tasks(),
            Set.of(),
            TYPES,
            Set.of(),
            Set.of(),
            Set.of(),
            null,
            null,
            false);
    return documents
        .page(asked.refs(), scope, filter, after, CHUNK)
        .flatMapMany(page ->
            page.size() < CHUNK
                ? Flux.fromIterable(page)
                : Flux.fromIterable(page)
                    .concatWith(Flux.defer(() -> found(asked, scope, Place.of(page.getLast())))));
  }

  private Mono<Result> deny(Case asked, Verdict.Denied denied) {
    AccessExplanation access = accesses.denied(asked, rulebook, denied);
    Oid controller = asked.request().controller();
    return accesses
        .record(asked, access, controller == null ? List.of() : List.of(controller))
        .thenReturn(new Result.Denied(access));
  }

  private Mono<Result> answer(Case asked, Verdict.Allowed allowed, Sources sources) {
    AccessExplanation access = accesses.answered(asked, rulebook, allowed, sources);
    Predicate<@Nullable ServiceTask> wanted =
        wanted(asked.request().tasks(), allowed.scope().serviceTasks());
    return accesses
        .record(asked, access, QueriedAccesses.controllers(allowed, sources.given()))
        .then(
            Mono.defer(() ->
                Mono.zip(
                    summaries.relationships(asked.refs(), sources.given()),
                    summaries.matters(asked.refs(), sources.given()))))
        .map(told ->
            new Result.Answered(
                SummaryAnswer.of(
                    access,
                    asked.request().tellsOfWithheld(),
                    told.getT1().stream().map(one -> one.within(wanted)).toList(),
                    told.getT2().stream().filter(one -> wanted.test(one.serviceTask())).toList())));
  }

  /** What was asked for of what the basis reaches; a task unknown only where all are. */
  private static Predicate<@Nullable ServiceTask> wanted(
      Set<ServiceTask> asked, Set<ServiceTask> reached) {
    return task ->
        Stream.of(asked, reached)
            .allMatch(tasks -> tasks.isEmpty() || (task != null && tasks.contains(task)));
  }
}
