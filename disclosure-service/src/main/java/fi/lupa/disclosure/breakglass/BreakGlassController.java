package fi.lupa.disclosure.breakglass;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.breakglass.BreakGlassSearch.Judgement;
import fi.lupa.disclosure.breakglass.BreakGlassStore.Concerned;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.disclosure.record.AccessExplanation.RequestedBy;
import fi.lupa.disclosure.record.AccessPlace;
import fi.lupa.disclosure.record.Officer;
import fi.lupa.disclosure.record.Officers;
import fi.lupa.disclosure.record.SupervisionStore;
import fi.lupa.disclosure.record.SupervisionStore.Act;
import fi.lupa.disclosure.record.SupervisionStore.Look;
import fi.lupa.platform.Ids;
import fi.lupa.platform.idempotency.Idempotency;
import fi.lupa.platform.idempotency.Once;
import fi.lupa.platform.idempotency.StoredAnswer;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.IdempotencyKey;
import fi.lupa.platform.web.PageRequest;
import fi.lupa.platform.web.RequestSchema;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
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
 * {@code POST /v1/break-glass/searches} and {@code /v1/break-glass/{id}/review}: a controller's
 * data-protection officer goes through the accesses to its own register.
 */
@RestController
class BreakGlassController {
  private static final String CLOSED = "BREAK_GLASS_REVIEWED";

  private final BreakGlassStore accesses;
  private final ReviewTold reviews;
  private final FactStore facts;
  private final Officers officers;
  private final SupervisionStore looks;
  private final Idempotency idempotency;
  private final Transactions transactions;
  private final JsonMapper json;
  private final Ids ids;
  private final Clock clock;

  BreakGlassController(
      BreakGlassStore accesses,
      ReviewTold reviews,
      FactStore facts,
      Officers officers,
      SupervisionStore looks,
      Idempotency idempotency,
      Transactions transactions,
      JsonMapper json,
      Ids ids,
      Clock clock) {
    this.accesses = accesses;
    this.reviews = reviews;
    this.facts = facts;
    this.officers = officers;
    this.looks = looks;
    this.idempotency = idempotency;
    this.transactions = transactions;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  @PostMapping("/v1/break-glass/searches")
  Mono<ResponseEntity<BreakGlassAccess.Page>> search(
      @RequiresScope("log.supervise") Caller caller,
      @RequestSchema("BreakGlassSearch") BreakGlassSearch search) {
    int limit = search.limit() == null ? PageRequest.DEFAULT_LIMIT : search.limit();
    AccessPlace after = AccessPlace.parse(search.cursor());
    return transactions
        .snapshot(
            officer(search.requester(), caller.organisation())
                .flatMap(officer ->
                    accesses
                        .find(caller.organisation(), search.reviewed(), after, limit + 1)
                        .map(found -> page(found, limit))
                        .flatMap(page -> looks.insert(look(officer, page)).thenReturn(page))))
        .map(page -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page));
  }

  private static BreakGlassAccess.Page page(List<BreakGlassAccess> found, int limit) {
    return found.size() <= limit
        ? new BreakGlassAccess.Page(found, null)
        : new BreakGlassAccess.Page(found.subList(0, limit), place(found.get(limit - 1)).cursor());
  }

  private static AccessPlace place(BreakGlassAccess last) {
    return new AccessPlace(last.time(), last.queryId());
  }

  private Mono<RequestedBy> officer(Officer officer, Oid organisation) {
    return facts
        .organisations(List.of(organisation))
        .map(known -> officers.of(officer, organisation, known));
  }

  private Look look(RequestedBy officer, BreakGlassAccess.Page page) {
    return new Look(
        ids.next(),
        Act.BREAK_GLASS,
        now(),
        officer,
        null,
        null,
        page.items().stream().map(BreakGlassAccess::queryId).toList());
  }

  /** What makes a request the same request. */
  private record Fingerprint(UUID access, Judgement judgement) {}

  @PostMapping("/v1/break-glass/{id}/review")
  Mono<ResponseEntity<JsonNode>> review(
      @RequiresScope("log.supervise") Caller caller,
      @PathVariable UUID id,
      IdempotencyKey key,
      @RequestSchema("BreakGlassReview") Judgement judgement) {
    return transactions
        .run(
            idempotency.once(
                caller.organisation().value(),
                key,
                new Fingerprint(id, judgement),
                review(caller.organisation(), id, judgement)))
        // two who close it at once
        .onErrorMap(DuplicateKeyException.class, _ -> Problem.of(CLOSED))
        .map(Once::answer)
        .map(answer -> ResponseEntity.status(answer.status()).body(answer.body()));
  }

  private Mono<StoredAnswer> review(Oid controller, UUID access, Judgement judgement) {
    return accesses
        .concerned(access, controller)
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .zipWhen(_ -> officer(judgement.requester(), controller))
        .flatMap(found -> review(access, found.getT1(), judged(judgement, found.getT2())));
  }

  private Review judged(Judgement judgement, RequestedBy officer) {
    return new Review(ids.next(), judgement.outcome(), judgement.explanation(), officer, now());
  }

  private Mono<StoredAnswer> review(UUID access, Concerned concerned, Review review) {
    return accesses
        .review(access, review)
        .filter(written -> written)
        .switchIfEmpty(Mono.error(() -> Problem.of(CLOSED)))
        .then(
            Mono.defer(
                () -> reviews.tell(review.reviewer().organisation(), access, concerned, review)))
        .thenReturn(
            new StoredAnswer(HttpStatus.CREATED.value(), Map.of(), json.valueToTree(review)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
