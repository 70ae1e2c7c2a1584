package fi.lupa.audit.withholding;

import fi.lupa.contracts.ClientRef;
import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.idempotency.Idempotency;
import fi.lupa.platform.idempotency.StoredAnswer;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.Etags;
import fi.lupa.platform.web.ExpectedVersion;
import fi.lupa.platform.web.IdempotencyKey;
import fi.lupa.platform.web.RequestSchema;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /v1/log/withholdings} of {@code openapi/audit.yaml}. */
@RestController
class WithholdingController {
  private final WithholdLog withhold;
  private final WithholdingStore store;
  private final Idempotency idempotency;
  private final Transactions transactions;
  private final ClientRefs clients;
  private final JsonMapper json;
  private final Clock clock;

  WithholdingController(
      WithholdLog withhold,
      WithholdingStore store,
      Idempotency idempotency,
      Transactions transactions,
      ClientRefs clients,
      JsonMapper json,
      Clock clock) {
    this.withhold = withhold;
    this.store = store;
    this.idempotency = idempotency;
    this.transactions = transactions;
    this.clients = clients;
    this.json = json;
    this.clock = clock;
  }

  @PostMapping("/v1/log/withholdings")
  Mono<ResponseEntity<JsonNode>> set(
      @RequiresScope("log.supervise") Caller caller,
      IdempotencyKey key,
      @RequestSchema("LogWithholding") WithholdingRequest body) {
    Mono<StoredAnswer> work =
        withhold
            .set(caller.organisation(), body)
            .map(one ->
                new StoredAnswer(
                    201,
                    Map.of(HttpHeaders.ETAG, Etags.of(one.version())),
                    json.valueToTree(view(one))));
    return transactions
        .run(idempotency.once(caller.organisation().value(), key, body, work))
        .map(once -> {
          ResponseEntity.BodyBuilder answer =
              ResponseEntity.status(once.answer().status()).cacheControl(CacheControl.noStore());
          once.answer().headers().forEach((name, value) -> answer.header(name, value));
          return answer.body(once.answer().body());
        });
  }

  @PostMapping("/v1/log/withholdings/{id}/end")
  Mono<ResponseEntity<WithholdingView>> end(
      @RequiresScope("log.supervise") Caller caller,
      @PathVariable String id,
      ExpectedVersion version) {
    return transactions
        .run(withhold.end(caller.organisation(), id(id), version.value()))
        .map(one ->
            ResponseEntity.ok()
                .eTag(Etags.of(one.version()))
                .cacheControl(CacheControl.noStore())
                .body(view(one)));
  }

  @PostMapping("/v1/log/withholdings/searches")
  Mono<ResponseEntity<Found>> search(
      @RequiresScope("log.supervise") Caller caller,
      @RequestSchema("LogWithholdingSearch") Search body) {
    ClientRef client = clients.of(body.client());
    return store
        .of(caller.organisation(), client)
        .map(found ->
            ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Found(found.stream().map(this::view).toList())));
  }

  private WithholdingView view(Withholding one) {
    return WithholdingView.of(one, clock.instant());
  }

  /** What isn't an id names nothing. */
  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of("NOT_FOUND");
    }
  }

  record Search(ClientId client) {}

  record Found(List<WithholdingView> items) {}
}
