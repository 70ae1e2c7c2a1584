package fi.lupa.disclosure.recordquery.query;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.record.Purposes;
import fi.lupa.disclosure.recordquery.query.RecordQueryRequest.Versions;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.RequestSchema;
import java.time.Instant;
import java.util.ArrayList;
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
  private final Purposes purposes;

  QueryController(RecordQuery query, Purposes purposes) {
    this.query = query;
    this.purposes = purposes;
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

  /** What the schema can't say: which parts belong together. */
  private List<Violation> violations(Oid organisation, RecordQueryRequest request) {
    List<Violation> found = new ArrayList<>();
    if (request.basis() == Basis.REGISTER_USAGE_RIGHT && request.controller() == null) {
      found.add(new Violation("/controller", "is required with a register usage right"));
    }
    if (request.basis() == Basis.DISCLOSURE && organisation.equals(request.controller())) {
      found.add(new Violation("/controller", "is one's own: nothing is disclosed to oneself"));
    }
    if (request.basis() == Basis.DISCLOSURE && request.ground() == null) {
      found.add(new Violation("/ground", "is required for a disclosure"));
    }
    if (request.basis() != Basis.DISCLOSURE && request.ground() != null) {
      found.add(new Violation("/ground", "belongs to a disclosure only"));
    }
    if (request.basis() != Basis.OWN_REGISTER && request.versions() == Versions.ALL) {
      found.add(new Violation("/versions", "are all given in one's own register only"));
    }
    Instant from = request.recordedFrom();
    Instant to = request.recordedTo();
    if (from != null && to != null && !from.isBefore(to)) {
      found.add(new Violation("/recordedTo", "must be after recordedFrom"));
    }
    if (!purposes.contains(request.purpose())) {
      found.add(new Violation("/purpose", "isn't in the code set of purposes"));
    }
    return found;
  }
}
