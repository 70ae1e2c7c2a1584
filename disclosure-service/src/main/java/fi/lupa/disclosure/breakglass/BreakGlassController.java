package fi.lupa.disclosure.breakglass;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.breakglass.BreakGlassSearch.Judgement;
import fi.lupa.disclosure.record.AccessPlace;
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
  private final SupervisionStore looks;
  private final Idempotency idempotency;
  private final Transactions transactions;
  private final JsonMapper json;
  private final Ids ids;
  private final Clock clock;

  BreakGlassController(
      BreakGlassStore accesses,
      ReviewTold reviews,
      SupervisionStore looks,
      Idempotency idempotency,
      Transactions transactions,
      JsonMapper json,
      Ids ids,
      Clock clock) {
    this.accesses = accesses;
    this.reviews = reviews;
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
            accesses
                .find(caller.organisation(), search.reviewed(), after, limit + 1)
                .map(found -> page(found, limit))
                .flatMap(page -> looks.insert(look(caller, search, page)).thenReturn(page)))
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

  private Look look(Caller caller, BreakGlassSearch search, BreakGlassAccess.Page page) {
    return new Look(
        ids.next(),
        Act.BREAK_GLASS,
        now(),
        search.requester().of(caller.organisation()),
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
    Review review =
        new Review(
            ids.next(),
            judgement.outcome(),
            judgement.explanation(),
            judgement.requester().of(controller),
            now());
    return accesses
        .concerned(access, controller)
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .flatMap(concerned ->
            accesses
                .review(access, review)
                .filter(written -> written)
                .switchIfEmpty(Mono.error(() -> Problem.of(CLOSED)))
                .then(reviews.tell(controller, access, concerned, review)))
        .thenReturn(
            new StoredAnswer(HttpStatus.CREATED.value(), Map.of(), json.valueToTree(review)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
