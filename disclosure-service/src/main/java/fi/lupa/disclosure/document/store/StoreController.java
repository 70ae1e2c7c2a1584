package fi.lupa.disclosure.document.store;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.document.Signature;
import fi.lupa.disclosure.document.store.StoreDocument.Result;
import fi.lupa.disclosure.record.Denials;
import fi.lupa.platform.idempotency.Idempotency;
import fi.lupa.platform.idempotency.StoredAnswer;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.sql.Transactions;
import fi.lupa.platform.web.BodyReader;
import fi.lupa.platform.web.Etags;
import fi.lupa.platform.web.IdempotencyKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /v1/documents}, multipart: {@code metadata}, {@code content} and perhaps {@code
 * signature}.
 */
@RestController
class StoreController {
  private static final int CREATED = 201;

  private final StoreDocument storing;
  private final DocumentCheck check;
  private final SignatureCheck signatures;
  private final Denials denials;
  private final BodyReader bodies;
  private final Idempotency idempotency;
  private final Transactions transactions;
  private final JsonMapper json;

  StoreController(
      StoreDocument storing,
      DocumentCheck check,
      SignatureCheck signatures,
      Denials denials,
      BodyReader bodies,
      Idempotency idempotency,
      Transactions transactions,
      JsonMapper json) {
    this.storing = storing;
    this.check = check;
    this.signatures = signatures;
    this.denials = denials;
    this.bodies = bodies;
    this.idempotency = idempotency;
    this.transactions = transactions;
    this.json = json;
  }

  /** What makes an upload the same upload. */
  private record Fingerprint(
      Oid organisation,
      DocumentMetadata metadata,
      String mediaType,
      String sha256,
      @Nullable String signatureSha256) {}

  @PostMapping("/v1/documents")
  Mono<ResponseEntity<JsonNode>> store(
      @RequiresScope("records.write") Caller caller,
      IdempotencyKey key,
      ServerWebExchange exchange) {
    return Uploads.read(exchange)
        .publishOn(
            Schedulers.boundedElastic()) // checking 10 MB takes longer than an event loop may
        .flatMap(upload -> checked(caller.organisation(), upload))
        .flatMap(upload -> transactions.run(once(caller, key, upload)))
        .map(Denials::orThrow)
        .map(StoreController::answer);
  }

  private Mono<StoredAnswer> once(Caller caller, IdempotencyKey key, CheckedUpload upload) {
    return idempotency
        .once(
            caller.organisation().value(),
            key,
            HexFormat.of().formatHex(upload.fingerprint()),
            storing.store(caller.organisation(), upload).map(this::kept))
        .map(once -> once.answer());
  }

  private StoredAnswer kept(Result result) {
    return switch (result) {
      case Result.Stored stored ->
          new StoredAnswer(
              CREATED,
              Map.of(HttpHeaders.ETAG, Etags.of(stored.answer().version())),
              json.valueToTree(stored.answer()));
      case Result.Denied denied -> denials.keep(denied.code(), denied.storeId());
    };
  }

  private static ResponseEntity<JsonNode> answer(StoredAnswer answer) {
    return ResponseEntity.status(answer.status())
        .headers(headers -> answer.headers().forEach(headers::set))
        .body(answer.body());
  }

  private Mono<CheckedUpload> checked(Oid organisation, Upload upload) {
    DocumentMetadata metadata =
        bodies.read(upload.metadata(), "DocumentMetadata", DocumentMetadata.class);
    List<Violation> violations = check.violations(metadata, upload);
    if (!violations.isEmpty()) {
      throw Problem.invalid("DOCUMENT_INVALID", violations);
    }
    return signatures
        .of(upload)
        .map(signature -> checked(organisation, upload, metadata, signature));
  }

  private CheckedUpload checked(
      Oid organisation, Upload upload, DocumentMetadata metadata, Signature signature) {
    byte[] sha256 = sha256(upload.content());
    byte[] signed = upload.signature() == null ? null : upload.signature().bytes();
    Fingerprint fingerprint =
        new Fingerprint(
            organisation,
            metadata,
            upload.mediaType(),
            HexFormat.of().formatHex(sha256),
            signed == null ? null : HexFormat.of().formatHex(sha256(signed)));
    return new CheckedUpload(
        metadata,
        upload.content(),
        sha256,
        upload.mediaType(),
        signature,
        signed,
        idempotency.fingerprint(fingerprint));
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("no SHA-256", e);
    }
  }
}
