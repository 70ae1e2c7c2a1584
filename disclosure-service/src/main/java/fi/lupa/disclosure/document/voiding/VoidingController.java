package fi.lupa.disclosure.document.voiding;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.document.voiding.VoidDocument.Result;
import fi.lupa.disclosure.record.Denials;
import fi.lupa.platform.idempotency.Idempotency;
import fi.lupa.platform.idempotency.Once;
import fi.lupa.platform.idempotency.StoredAnswer;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.IdempotencyKey;
import fi.lupa.platform.web.RequestSchema;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /v1/documents/{documentOid}/voiding}. */
@RestController
class VoidingController {
  private static final int OK = 200;

  private final VoidDocument voiding;
  private final Denials denials;
  private final Idempotency idempotency;
  private final Transactions transactions;
  private final JsonMapper json;

  VoidingController(
      VoidDocument voiding,
      Denials denials,
      Idempotency idempotency,
      Transactions transactions,
      JsonMapper json) {
    this.voiding = voiding;
    this.denials = denials;
    this.idempotency = idempotency;
    this.transactions = transactions;
    this.json = json;
  }

  /** What makes a request the same request. */
  private record Fingerprint(Oid document, VoidingRequest request) {}

  @PostMapping("/v1/documents/{documentOid}/voiding")
  Mono<JsonNode> voided(
      @RequiresScope("records.write") Caller caller,
      @PathVariable Oid documentOid,
      IdempotencyKey key,
      @RequestSchema("Voiding") VoidingRequest request) {
    return transactions
        .run(
            idempotency.once(
                caller.organisation().value(),
                key,
                new Fingerprint(documentOid, request),
                voiding.voided(caller.organisation(), documentOid, request).map(this::kept)))
        .map(Once::answer)
        .map(Denials::orThrow)
        .map(StoredAnswer::body);
  }

  private StoredAnswer kept(Result result) {
    return switch (result) {
      case Result.Voided voided ->
          new StoredAnswer(OK, Map.of(), json.valueToTree(voided.answer()));
      case Result.Denied denied -> denials.keep(denied.code(), denied.voidingId());
    };
  }
}
