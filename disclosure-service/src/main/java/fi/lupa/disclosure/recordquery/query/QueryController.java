package fi.lupa.disclosure.recordquery.query;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.asking.AccessRequests;
import fi.lupa.disclosure.recordquery.query.RecordQueryRequest.Versions;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.RequestSchema;
import java.time.Instant;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * {@code POST /v1/record-queries}. Each call is an access of its own, so there is no idempotency
 * key.
 */
@RestController
class QueryController {
  private final RecordQuery query;
  private final AccessRequests requests;

  QueryController(RecordQuery query, AccessRequests requests) {
    this.query = query;
    this.requests = requests;
  }

  @PostMapping("/v1/record-queries")
  Mono<ResponseEntity<RecordQueryAnswer>> ask(
      @RequiresScope("records.query") Caller caller,
      @RequestSchema("RecordQuery") RecordQueryRequest request) {
    List<Violation> violations = violations(caller.organisation(), request);
    return violations.isEmpty()
        ? query
            .ask(caller.organisation(), request)
            .map(answer -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer))
        : Mono.error(Problem.invalid(violations));
  }

  /** What only a query has. */
  private List<Violation> violations(Oid organisation, RecordQueryRequest request) {
    List<Violation> found = requests.violations(organisation, request);
    if (request.basis() != Basis.OWN_REGISTER && request.versions() == Versions.ALL) {
      found.add(new Violation("/versions", "are all given in one's own register only"));
    }
    Instant from = request.recordedFrom();
    Instant to = request.recordedTo();
    if (from != null && to != null && !from.isBefore(to)) {
      found.add(new Violation("/recordedTo", "must be after recordedFrom"));
    }
    return found;
  }
}
