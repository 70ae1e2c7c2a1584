package fi.lupa.authorization.organisation.change;

import fi.lupa.authorization.fact.Change;
import fi.lupa.authorization.fact.FactChanges;
import fi.lupa.authorization.fact.FactKind;
import fi.lupa.authorization.organisation.Organisation;
import fi.lupa.authorization.organisation.OrganisationChanges;
import fi.lupa.authorization.organisation.OrganisationDetails;
import fi.lupa.authorization.organisation.OrganisationStore;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.ExpectedVersion;
import fi.lupa.platform.web.RequestSchema;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
final class ChangeOrganisationController {
  private final FactChanges facts;
  private final OrganisationChanges changes;
  private final OrganisationStore store;

  ChangeOrganisationController(
      FactChanges facts, OrganisationChanges changes, OrganisationStore store) {
    this.facts = facts;
    this.changes = changes;
    this.store = store;
  }

  @PutMapping("/v1/organisations/{oid}")
  Mono<ResponseEntity<JsonNode>> change(
      @RequiresScope("organisations.manage") Caller caller,
      @PathVariable Oid oid,
      ExpectedVersion expected,
      @RequestSchema("OrganisationChange") OrganisationDetails body) {
    Mono<Change> work =
        store
            .lock(oid)
            .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
            .doOnNext(expected::check)
            .map(current -> changes.next(oid, current + 1, body))
            .flatMap(this::store);
    return facts.change(FactKind.ORGANISATION, work);
  }

  private Mono<Change> store(Organisation next) {
    return store.update(next).then(Mono.defer(() -> changes.complete(next)));
  }
}
