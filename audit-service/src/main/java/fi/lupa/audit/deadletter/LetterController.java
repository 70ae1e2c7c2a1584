package fi.lupa.audit.deadletter;

import fi.lupa.audit.ingest.Repair;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.PageRequest;
import fi.lupa.platform.web.RequestSchema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /v1/log/dead-letters} of {@code openapi/audit.yaml}. */
@RestController
class LetterController {
  private final Letters letters;

  LetterController(Letters letters) {
    this.letters = letters;
  }

  @GetMapping("/v1/log/dead-letters")
  Mono<LetterPage> page(
      @RequiresScope("log.operate") Caller caller,
      PageRequest request,
      @RequestParam(required = false) @Nullable String state) {
    return letters.page(request, open(state));
  }

  @GetMapping("/v1/log/dead-letters/{id}")
  Mono<Letter> one(@RequiresScope("log.operate") Caller caller, @PathVariable String id) {
    return letters.one(id(id));
  }

  @PostMapping("/v1/log/dead-letters/{id}/replay")
  Mono<Letter> replay(
      @RequiresScope("log.operate") Caller caller,
      @PathVariable String id,
      @RequestSchema("DeadLetterRepair") Repair repair) {
    return letters.replay(id(id), repair, caller.subject());
  }

  private static @Nullable Boolean open(@Nullable String state) {
    return switch (state) {
      case null -> null;
      case "OPEN" -> true;
      case "CLOSED" -> false;
      default -> throw Problem.invalid("/state", "is OPEN or CLOSED");
    };
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of("NOT_FOUND");
    }
  }
}
