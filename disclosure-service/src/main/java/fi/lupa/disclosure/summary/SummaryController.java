package fi.lupa.disclosure.summary;

import fi.lupa.disclosure.asking.AccessRequests;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.RequestSchema;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * {@code POST /v1/client-summaries}. Each call is an access of its own, so there is no idempotency
 * key.
 */
@RestController
class SummaryController {
  private final ClientSummary summary;
  private final AccessRequests requests;

  SummaryController(ClientSummary summary, AccessRequests requests) {
    this.summary = summary;
    this.requests = requests;
  }

  @PostMapping("/v1/client-summaries")
  Mono<ResponseEntity<SummaryAnswer>> ask(
      @RequiresScope("records.query") Caller caller,
      @RequestSchema("ClientSummaryQuery") SummaryRequest request) {
    List<Violation> violations = requests.violations(caller.organisation(), request);
    return violations.isEmpty()
        ? summary
            .compile(caller.organisation(), request)
            .map(answer -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer))
        : Mono.error(Problem.invalid(violations));
  }
}
