package fi.lupa.disclosure.visibility;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.Controller;
import fi.lupa.contracts.event.VisibilitySearched;
import fi.lupa.disclosure.asking.AccessRequests;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.decision.OfficerRules;
import fi.lupa.disclosure.decision.Possibility;
import fi.lupa.disclosure.decision.Rule;
import fi.lupa.disclosure.decision.Scope;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.DocumentFilter;
import fi.lupa.disclosure.document.DocumentStore;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.record.AccessExplanation.Professional;
import fi.lupa.disclosure.record.AccessExplanation.RequestedBy;
import fi.lupa.disclosure.record.Requesters;
import fi.lupa.disclosure.record.Roles;
import fi.lupa.disclosure.record.SupervisionStore;
import fi.lupa.disclosure.record.SupervisionStore.Act;
import fi.lupa.disclosure.record.SupervisionStore.Look;
import fi.lupa.platform.Ids;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.client.TemporaryId;
import fi.lupa.platform.outbox.Outbox;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.sql.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * An officer's search: facts, the document, the record and the event for the client's log are one
 * transaction over one snapshot.
 */
@Component
class VisibilitySearch {
  private static final String ABSENT = "NOT_FOUND";
  private static final List<String> LAW = List.of("ACT_703_2023_S10", "ACT_703_2023_S11");

  private final FactStore facts;
  private final DocumentStore documents;
  private final WhoCouldSee whoCouldSee;
  private final Telling telling;
  private final SupervisionStore looks;
  private final Requesters requesters;
  private final Roles roles;
  private final Outbox outbox;
  private final Transactions transactions;
  private final ClientRefs clients;
  private final Ids ids;
  private final Clock clock;

  VisibilitySearch(
      FactStore facts,
      DocumentStore documents,
      WhoCouldSee whoCouldSee,
      Telling telling,
      SupervisionStore looks,
      Requesters requesters,
      Roles roles,
      Outbox outbox,
      Transactions transactions,
      ClientRefs clients,
      Ids ids,
      Clock clock) {
    this.facts = facts;
    this.documents = documents;
    this.whoCouldSee = whoCouldSee;
    this.telling = telling;
    this.looks = looks;
    this.requesters = requesters;
    this.roles = roles;
    this.outbox = outbox;
    this.transactions = transactions;
    this.clients = clients;
    this.ids = ids;
    this.clock = clock;
  }

  /** The officer's search in hand. */
  private record Search(
      UUID id,
      ClientRef client,
      boolean temporary,
      Oid document,
      RequestedBy officer,
      Instant now) {}

  /**
   * The answer, or a problem: who asks isn't such an officer, or NOT_FOUND, the document isn't that
   * client's in that register. That somebody asked is on record either way.
   */
  Mono<VisibilityAnswer> of(Oid controller, VisibilityRequest request) {
    Search search =
        new Search(
            ids.next(),
            clients.of(request.client()),
            request.client() instanceof TemporaryId,
            request.document(),
            new RequestedBy(
                controller, request.requester().unit(), request.requester().professional()),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    return transactions
        .snapshot(
            facts
                .load(search.client(), List.of(controller), true)
                .map(known -> AccessRequests.about(request.client(), known))
                .flatMap(known ->
                    refusal(search, known)
                        .map(rule -> refused(search, rule.code()))
                        .orElseGet(() ->
                            document(search, known)
                                .flatMap(document -> see(search, known, document))
                                .map(answer -> new Searched(null, answer))
                                .switchIfEmpty(Mono.defer(() -> refused(search, ABSENT))))))
        .flatMap(VisibilitySearch::told);
  }

  /** What the transaction came to: an answer, or why there is none. */
  private record Searched(@Nullable String reasonCode, @Nullable VisibilityAnswer answer) {}

  private static Mono<VisibilityAnswer> told(Searched searched) {
    String why = searched.reasonCode();
    return why == null
        ? Mono.justOrEmpty(searched.answer())
        : Mono.error(why.equals(ABSENT) ? Problem.of(ABSENT) : Problem.denied(why));
  }

  private Optional<Rule> refusal(Search search, Facts known) {
    RequestedBy officer = search.officer();
    Professional professional = officer.professional();
    return OfficerRules.refusal(
        officer.organisation(),
        officer.unit(),
        professional == null ? null : roles.find(professional.role()),
        known);
  }

  private Mono<Searched> refused(Search search, String code) {
    return looks
        .insert(look(search, Map.of("reasonCode", code)))
        .thenReturn(new Searched(code, null));
  }

  private Mono<Document> document(Search search, Facts known) {
    return documents
        .page(
            known.found(search.client()),
            Scope.register(search.officer().organisation()),
            only(search.document()),
            null,
            1)
        .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
  }

  private static DocumentFilter only(Oid document) {
    return new DocumentFilter(
        Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(document), null, null, false);
  }

  private Mono<VisibilityAnswer> see(Search search, Facts known, Document document) {
    return whoCouldSee
        .see(search.client(), search.temporary(), known, document, search.now())
        .map(possibilities -> answer(search, possibilities, Reader.other(known, document)))
        .flatMap(answer ->
            looks
                .insert(look(search, answer))
                .then(outbox.append(event(search, known, document), search.client().toString()))
                .thenReturn(answer));
  }

  private VisibilityAnswer answer(Search search, List<Possibility> possibilities, Reader reader) {
    return new VisibilityAnswer(
        search.id(),
        whoCouldSee.rulebook(),
        possibilities.stream().map(one -> telling.tell(one, reader)).toList());
  }

  private static Look look(Search search, Object answer) {
    return new Look(
        search.id(),
        Act.VISIBILITY,
        search.now(),
        search.officer(),
        search.client(),
        search.document(),
        answer);
  }

  private VisibilitySearched event(Search search, Facts known, Document document) {
    return new VisibilitySearched(
        search.id(),
        search.client(),
        search.now(),
        requesters.of(search.officer(), known),
        new Controller(document.controller(), Requesters.name(document.controller(), known)),
        document.documentType(),
        document.serviceTasks(),
        whoCouldSee.rulebook().name(),
        LAW);
  }
}
