package fi.lupa.disclosure.logrequest;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.logrequest.LogRequestStore.Held;
import fi.lupa.disclosure.logrequest.LogRequestStore.Place;
import fi.lupa.disclosure.record.AccessExplanation.RequestedBy;
import fi.lupa.disclosure.record.AccessPlace;
import fi.lupa.disclosure.record.Officer;
import fi.lupa.disclosure.record.Officers;
import fi.lupa.disclosure.record.SupervisionStore;
import fi.lupa.disclosure.record.SupervisionStore.Act;
import fi.lupa.disclosure.record.SupervisionStore.Look;
import fi.lupa.platform.Ids;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.idempotency.Idempotency;
import fi.lupa.platform.idempotency.StoredAnswer;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.IdempotencyKey;
import fi.lupa.platform.web.PageRequest;
import fi.lupa.platform.web.RequestSchema;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /v1/log/requests}: a controller's officer enters requests that came on paper, watches the
 * days, decides, answers and explains. Every look is on record.
 */
@RestController
class LogRequestController {
  private final LogRequestStore requests;
  private final LogRequestActs acts;
  private final Answers answers;
  private final FactStore facts;
  private final Officers officers;
  private final SupervisionStore looks;
  private final ClientRefs clients;
  private final Idempotency idempotency;
  private final Transactions transactions;
  private final JsonMapper json;
  private final Ids ids;
  private final Clock clock;

  LogRequestController(
      LogRequestStore requests,
      LogRequestActs acts,
      Answers answers,
      FactStore facts,
      Officers officers,
      SupervisionStore looks,
      ClientRefs clients,
      Idempotency idempotency,
      Transactions transactions,
      JsonMapper json,
      Ids ids,
      Clock clock) {
    this.requests = requests;
    this.acts = acts;
    this.answers = answers;
    this.facts = facts;
    this.officers = officers;
    this.looks = looks;
    this.clients = clients;
    this.idempotency = idempotency;
    this.transactions = transactions;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  @PostMapping("/v1/log/requests")
  Mono<ResponseEntity<JsonNode>> enter(
      @RequiresScope("log.supervise") Caller caller,
      IdempotencyKey key,
      @RequestSchema("PaperLogRequest") Asked.OnPaper asked) {
    LogRequest request =
        Asked.request(
            ids.next(),
            asked.client(),
            caller.organisation(),
            Channel.PROVIDER,
            asked.receivedOn(),
            asked.from(),
            asked.to(),
            asked.specialReason(),
            asked.concern());
    Periods.check(request, acts.today());
    return once(
        caller,
        key,
        List.of("log-request", asked),
        asked.requester(),
        acts.receive(clients.of(asked.client()), request));
  }

  @PostMapping("/v1/log/requests/{id}/decision")
  Mono<ResponseEntity<JsonNode>> decide(
      @RequiresScope("log.supervise") Caller caller,
      @PathVariable UUID id,
      IdempotencyKey key,
      @RequestSchema("LogDecision") Asked.Decided decided) {
    return once(
        caller,
        key,
        List.of(id, decided),
        decided.requester(),
        acts.decide(requests.ofController(id, caller.organisation()), decided.on(acts.today())));
  }

  @PostMapping("/v1/log/requests/{id}/explanation")
  Mono<ResponseEntity<JsonNode>> explain(
      @RequiresScope("log.supervise") Caller caller,
      @PathVariable UUID id,
      IdempotencyKey key,
      @RequestSchema("LogOpinion") Asked.Explained explained) {
    return once(
        caller,
        key,
        List.of(id, explained),
        explained.requester(),
        acts.go(
            requests.ofController(id, caller.organisation()),
            request -> LogRequestRules.explain(request, explained.on(acts.today()))));
  }

  @PostMapping("/v1/log/requests/{id}/explanations")
  Mono<ResponseEntity<JsonNode>> question(
      @RequiresScope("log.supervise") Caller caller,
      @PathVariable UUID id,
      IdempotencyKey key,
      @RequestSchema("PaperQuestion") Asked.QuestionOnPaper asked) {
    Periods.checkReceived(asked.receivedOn(), acts.today());
    return once(
        caller,
        key,
        List.of(id, asked),
        asked.requester(),
        acts.go(
            requests.ofController(id, caller.organisation()),
            request -> LogRequestRules.ask(request, asked.question(), asked.receivedOn())));
  }

  private Mono<ResponseEntity<JsonNode>> once(
      Caller caller, IdempotencyKey key, Object asked, Officer officer, Mono<LogRequest> work) {
    Oid own = caller.organisation();
    return transactions
        .run(
            idempotency.once(
                own.value(),
                key,
                asked,
                officer(officer, own)
                    .flatMap(_ -> work)
                    .map(request ->
                        new StoredAnswer(
                            HttpStatus.CREATED.value(),
                            Map.of(),
                            json.valueToTree(RequestView.of(request, null, acts.today()))))))
        .map(done -> ResponseEntity.status(done.answer().status()).body(done.answer().body()));
  }

  private Mono<RequestedBy> officer(Officer officer, Oid organisation) {
    return facts
        .organisations(List.of(organisation))
        .map(known -> officers.of(officer, organisation, known));
  }

  @PostMapping("/v1/log/requests/searches")
  Mono<ResponseEntity<RequestView.Page>> search(
      @RequiresScope("log.supervise") Caller caller,
      @RequestSchema("LogRequestSearch") Asked.Search search) {
    Oid own = caller.organisation();
    LocalDate today = acts.today();
    int limit = search.limit() == null ? PageRequest.DEFAULT_LIMIT : search.limit();
    Place after = Place.parse(search.cursor());
    LocalDate dueBefore = Boolean.TRUE.equals(search.overdue()) ? today : null;
    return transactions
        .run(
            officer(search.requester(), own)
                .flatMap(officer ->
                    requests
                        .page(own, search.open(), dueBefore, after, limit + 1)
                        .flatMap(found -> page(own, found, limit, today))
                        .flatMap(page ->
                            looks
                                .insert(look(officer, Act.LOG_REQUESTS, seen(page)))
                                .thenReturn(page))))
        .map(page -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page));
  }

  private static List<UUID> seen(RequestView.Page page) {
    return page.items().stream().map(RequestView::id).toList();
  }

  private Mono<RequestView.Page> page(Oid own, List<Held> found, int limit, LocalDate today) {
    String next = found.size() > limit ? Place.cursor(found.get(limit - 1).request()) : null;
    return requests
        .ofClients(own, found.stream().map(Held::client))
        .map(all ->
            new RequestView.Page(
                found.stream()
                    .limit(limit)
                    .map(held ->
                        RequestView.forOfficer(
                            held.request(), all.getOrDefault(held.client(), List.of()), today))
                    .toList(),
                next));
  }

  @PostMapping("/v1/log/requests/{id}/answer")
  Mono<ResponseEntity<LogAnswer>> read(
      @RequiresScope("log.supervise") Caller caller,
      @PathVariable UUID id,
      @RequestSchema("LogAnswerSearch") Asked.AnswerSought asked) {
    AccessPlace after = AccessPlace.parse(asked.cursor());
    return looked(caller, id, asked.requester())
        .flatMap(held -> answers.page(held, true, after, asked.limit()))
        .map(answer -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer));
  }

  @PostMapping("/v1/log/requests/{id}/document")
  Mono<ResponseEntity<byte[]>> print(
      @RequiresScope("log.supervise") Caller caller,
      @PathVariable UUID id,
      @RequestSchema("LogAnswerPrint") Asked.Print asked) {
    return looked(caller, id, asked.requester())
        .flatMap(held -> answers.print(held, asked.language()));
  }

  @PostMapping("/v1/log/requests/{id}/explanations/document")
  Mono<ResponseEntity<byte[]>> printExplanations(
      @RequiresScope("log.supervise") Caller caller,
      @PathVariable UUID id,
      @RequestSchema("LogAnswerPrint") Asked.Print asked) {
    return looked(caller, id, asked.requester())
        .flatMap(held -> answers.printExplanations(held, asked.language()));
  }

  /** The request, once it is on record who looks. */
  private Mono<Held> looked(Caller caller, UUID id, Officer officer) {
    Oid own = caller.organisation();
    return transactions.run(
        officer(officer, own)
            .flatMap(by ->
                requests
                    .ofController(id, own)
                    .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
                    .flatMap(held ->
                        looks.insert(look(by, Act.LOG_ANSWER, List.of(id))).thenReturn(held))));
  }

  private Look look(RequestedBy officer, Act act, @Nullable Object answer) {
    return new Look(
        ids.next(),
        act,
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        officer,
        null,
        null,
        answer == null ? List.of() : answer);
  }
}
