package fi.lupa.disclosure.recordquery.read;

import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.AccessStore;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * {@code GET /v1/record-queries/{id}}: the stored explanation of an access. Others than the
 * requester and the controllers concerned get 404.
 */
@RestController
class ReadController {
  private final AccessStore records;

  ReadController(AccessStore records) {
    this.records = records;
  }

  @GetMapping("/v1/record-queries/{id}")
  Mono<ResponseEntity<AccessExplanation>> read(
      @RequiresScope("records.query") Caller caller, @PathVariable UUID id) {
    return records
        .find(id, caller.organisation())
        .flatMap(access ->
            Mono.justOrEmpty(Views.of(access, caller.organisation(), caller.may("log.supervise"))))
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .map(access -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(access));
  }
}
