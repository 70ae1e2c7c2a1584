package fi.lupa.audit.erasure;

import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.RequestSchema;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /v1/log/entries/{id}/erasure} of {@code openapi/audit.yaml}. */
@RestController
class ErasureController {
  private final Erasures erasures;

  ErasureController(Erasures erasures) {
    this.erasures = erasures;
  }

  @PostMapping("/v1/log/entries/{id}/erasure")
  Mono<Erasure> erase(
      @RequiresScope("log.operate") Caller caller,
      @PathVariable String id,
      @RequestSchema("ErasureOrder") Order order) {
    return erasures.erase(id(id), order, caller.subject());
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of("NOT_FOUND");
    }
  }
}
