package fi.lupa.disclosure.logrequest;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationIds;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.logrequest.LogRequestStore.Held;
import fi.lupa.disclosure.record.AccessPlace;
import fi.lupa.disclosure.record.Requesters;
import fi.lupa.platform.Ids;
import fi.lupa.platform.idempotency.Idempotency;
import fi.lupa.platform.idempotency.Once;
import fi.lupa.platform.idempotency.StoredAnswer;
import fi.lupa.platform.problem.Languages;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.Cursor;
import fi.lupa.platform.web.IdempotencyKey;
import fi.lupa.platform.web.PageRequest;
import fi.lupa.platform.web.RequestSchema;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /v1/my/log-requests}: a citizen asks a controller for log data, reads the answer and asks
 * for an explanation. Only the citizen: the answer names professionals to that person.
 */
@RestController
class MyLogRequestController {
  private final LogRequestStore requests;
  private final LogRequestActs acts;
  private final Answers answers;
  private final FactStore facts;
  private final Idempotency idempotency;
  private final Transactions transactions;
  private final JsonMapper json;
  private final Ids ids;

  MyLogRequestController(
      LogRequestStore requests,
      LogRequestActs acts,
      Answers answers,
      FactStore facts,
      Idempotency idempotency,
      Transactions transactions,
      JsonMapper json,
      Ids ids) {
    this.requests = requests;
    this.acts = acts;
    this.answers = answers;
    this.facts = facts;
    this.idempotency = idempotency;
    this.transactions = transactions;
    this.json = json;
    this.ids = ids;
  }

  /** Whom one can ask. */
  record Askable(UUID id, LocalizedText name) {
    static Askable of(OrganisationChanged organisation) {
      return new Askable(OrganisationIds.of(organisation.oid()), organisation.name());
    }
  }

  /** A page of them. */
  record AskablePage(
      List<Askable> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}

  @GetMapping("/v1/my/log-requests/controllers")
  Mono<AskablePage> controllers(@RequiresScope("citizen") Citizen citizen, PageRequest page) {
    String after = page.cursor() == null ? "" : Cursor.decode(page.cursor(), 1).getFirst();
    return facts
        .everyOrganisation()
        .map(all ->
            all.stream()
                .filter(one -> one.oid().value().compareTo(after) > 0)
                .sorted(Comparator.comparing(one -> one.oid().value()))
                .limit(page.limit() + 1)
                .toList())
        .map(found ->
            found.size() <= page.limit()
                ? new AskablePage(found.stream().map(Askable::of).toList(), null)
                : new AskablePage(
                    found.stream().limit(page.limit()).map(Askable::of).toList(),
                    Cursor.encode(found.get(page.limit() - 1).oid())));
  }

  @PostMapping("/v1/my/log-requests")
  Mono<ResponseEntity<JsonNode>> ask(
      @RequiresScope("citizen") Citizen citizen,
      IdempotencyKey key,
      @RequestSchema("MyLogRequest") Asked.Mine asked) {
    return controller(asked.controller())
        .map(controller ->
            Asked.request(
                ids.next(),
                citizen.id(),
                controller,
                Channel.CITIZEN,
                acts.today(),
                asked.from(),
                asked.to(),
                asked.specialReason(),
                asked.concern()))
        .doOnNext(request -> Periods.check(request, acts.today()))
        .flatMap(request ->
            transactions.run(
                idempotency.once(
                    citizen.asker(),
                    key,
                    List.of("log-request", asked),
                    acts.receive(citizen.client(), request).flatMap(this::created))))
        .map(MyLogRequestController::answer);
  }

  private Mono<Oid> controller(UUID id) {
    return facts
        .everyOrganisation()
        .flatMap(all ->
            Mono.justOrEmpty(
                all.stream()
                    .map(OrganisationChanged::oid)
                    .filter(oid -> OrganisationIds.of(oid).equals(id))
                    .findFirst()))
        .switchIfEmpty(
            Mono.error(
                () -> Problem.invalid("/controller", "isn't one of those that can be asked")));
  }

  @GetMapping("/v1/my/log-requests")
  Mono<ResponseEntity<RequestView.Page>> list(@RequiresScope("citizen") Citizen citizen) {
    return requests
        .all(citizen.client())
        .flatMap(all ->
            facts
                .organisations(all.stream().map(LogRequest::controller).distinct().toList())
                .map(known ->
                    all.stream()
                        .map(one ->
                            RequestView.of(
                                one, Requesters.name(one.controller(), known), acts.today()))
                        .toList()))
        .map(items ->
            ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new RequestView.Page(items, null)));
  }

  @GetMapping("/v1/my/log-requests/{id}/answer")
  Mono<ResponseEntity<LogAnswer>> read(
      @RequiresScope("citizen") Citizen citizen, @PathVariable UUID id, PageRequest page) {
    AccessPlace after = AccessPlace.parse(page.cursor());
    return held(citizen, id)
        .flatMap(held -> answers.page(held, false, after, page.limit()))
        .map(answer -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer));
  }

  @GetMapping("/v1/my/log-requests/{id}/document")
  Mono<ResponseEntity<byte[]>> print(
      @RequiresScope("citizen") Citizen citizen,
      @PathVariable UUID id,
      @RequestHeader HttpHeaders headers) {
    return held(citizen, id).flatMap(held -> answers.print(held, Languages.of(headers)));
  }

  @GetMapping("/v1/my/log-requests/{id}/explanations/document")
  Mono<ResponseEntity<byte[]>> printExplanations(
      @RequiresScope("citizen") Citizen citizen,
      @PathVariable UUID id,
      @RequestHeader HttpHeaders headers) {
    return held(citizen, id)
        .flatMap(held -> answers.printExplanations(held, Languages.of(headers)));
  }

  private Mono<Held> held(Citizen citizen, UUID id) {
    return requests
        .ofClient(id, citizen.client())
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")));
  }

  @PostMapping("/v1/my/log-requests/{id}/explanations")
  Mono<ResponseEntity<JsonNode>> question(
      @RequiresScope("citizen") Citizen citizen,
      @PathVariable UUID id,
      IdempotencyKey key,
      @RequestSchema("MyQuestion") Asked.Question asked) {
    return transactions
        .run(
            idempotency.once(
                citizen.asker(),
                key,
                List.of(id, asked),
                acts.go(
                        requests.ofClient(id, citizen.client()),
                        request -> LogRequestRules.ask(request, asked.question(), acts.today()))
                    .flatMap(this::created)))
        .map(MyLogRequestController::answer);
  }

  private Mono<StoredAnswer> created(LogRequest request) {
    return facts
        .organisations(List.of(request.controller()))
        .map(known ->
            RequestView.of(request, Requesters.name(request.controller(), known), acts.today()))
        .map(
            view -> new StoredAnswer(HttpStatus.CREATED.value(), Map.of(), json.valueToTree(view)));
  }

  private static ResponseEntity<JsonNode> answer(Once once) {
    return ResponseEntity.status(once.answer().status())
        .body(Objects.requireNonNull(once.answer().body()));
  }
}
