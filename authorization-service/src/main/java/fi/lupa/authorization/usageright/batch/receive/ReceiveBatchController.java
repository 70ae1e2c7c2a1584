package fi.lupa.authorization.usageright.batch.receive;

import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.IdempotencyKey;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
final class ReceiveBatchController {
  private final Intake intake;

  ReceiveBatchController(Intake intake) {
    this.intake = intake;
  }

  @PostMapping("/v1/usage-rights/batches")
  Mono<ResponseEntity<JsonNode>> receive(
      @RequiresScope("rights.manage") Caller organiser,
      IdempotencyKey key,
      ServerHttpRequest request) {
    if (!isLines(request.getHeaders())) {
      return Mono.error(Problem.of("MEDIA_TYPE_UNSUPPORTED"));
    }
    return intake
        .receive(organiser, key, request.getBody())
        .map(batch ->
            ResponseEntity.accepted()
                .location(URI.create("/v1/usage-rights/batches/" + batch.path("id").asString()))
                .body(batch));
  }

  private static boolean isLines(HttpHeaders headers) {
    try {
      MediaType type = headers.getContentType();
      return type != null && MediaType.APPLICATION_NDJSON.isCompatibleWith(type);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
