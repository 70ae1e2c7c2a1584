package fi.lupa.consent.representation.register;

import fi.lupa.consent.change.Changes;
import fi.lupa.consent.change.Fact;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.IdempotencyKey;
import fi.lupa.platform.web.RequestSchema;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The operator's doors into the register. */
@RestController
class RegisterController {
  private static final int LARGEST_BYTES = 256 * 1024;

  private final RegisterRepresentation register;
  private final RegisterBatch batch;
  private final Changes changes;

  RegisterController(RegisterRepresentation register, RegisterBatch batch, Changes changes) {
    this.register = register;
    this.batch = batch;
    this.changes = changes;
  }

  @PostMapping("/v1/representations")
  Mono<ResponseEntity<JsonNode>> register(
      @RequiresScope("representations.manage") Caller caller,
      IdempotencyKey key,
      @RequestSchema("RepresentationRegistration") RegisterRequest body) {
    return changes.create(
        Fact.REPRESENTATION,
        caller.organisation().value(),
        key,
        body,
        register.register(body, caller.subject()));
  }

  @PostMapping("/v1/representations/batches")
  Mono<BatchAnswer> registerMany(
      @RequiresScope("representations.manage") Caller caller, ServerHttpRequest request) {
    if (!isLines(request.getHeaders())) {
      return Mono.error(Problem.of("MEDIA_TYPE_UNSUPPORTED"));
    }
    return DataBufferUtils.join(request.getBody(), LARGEST_BYTES)
        .map(RegisterController::bytes)
        .defaultIfEmpty(new byte[0])
        .flatMap(lines -> batch.register(lines, caller.subject()));
  }

  private static boolean isLines(HttpHeaders headers) {
    try {
      MediaType type = headers.getContentType();
      return type != null && MediaType.APPLICATION_NDJSON.isCompatibleWith(type);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }
}
