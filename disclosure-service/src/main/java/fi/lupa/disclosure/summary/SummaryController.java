package fi.lupa.disclosure.summary;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.record.Purposes;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.RequestSchema;
import java.util.ArrayList;
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
  private final Purposes purposes;

  SummaryController(ClientSummary summary, Purposes purposes) {
    this.summary = summary;
    this.purposes = purposes;
  }

  @PostMapping("/v1/client-summaries")
  Mono<ResponseEntity<SummaryAnswer>> ask(
      @RequiresScope("records.query") Caller caller,
      @RequestSchema("ClientSummaryQuery") SummaryRequest request) {
    List<Violation> violations = violations(caller.organisation(), request);
    return violations.isEmpty()
        ? summary
            .compile(caller.organisation(), request)
            .map(answer -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer))
        : Mono.error(Problem.invalid(violations));
  }

  /** What the schema can't say: which parts belong together. */
  private List<Violation> violations(Oid organisation, SummaryRequest request) {
    List<Violation> found = new ArrayList<>();
    if (request.basis() == Basis.REGISTER_USAGE_RIGHT && request.controller() == null) {
      found.add(new Violation("/controller", "is required with a register usage right"));
    }
    if (request.basis() == Basis.DISCLOSURE && organisation.equals(request.controller())) {
      found.add(new Violation("/controller", "is one's own: nothing is disclosed to oneself"));
    }
    if ((request.basis() == Basis.DISCLOSURE) != (request.ground() != null)) {
      found.add(new Violation("/ground", "is required for a disclosure and for nothing else"));
    }
    if (!purposes.contains(request.purpose())) {
      found.add(new Violation("/purpose", "isn't in the code set of purposes"));
    }
    return found;
  }
}
