package fi.lupa.authorization.organisation.register;

import fi.lupa.authorization.fact.Change;
import fi.lupa.authorization.fact.FactChanges;
import fi.lupa.authorization.fact.FactKind;
import fi.lupa.authorization.organisation.Organisation;
import fi.lupa.authorization.organisation.OrganisationChanges;
import fi.lupa.authorization.organisation.OrganisationStore;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.IdempotencyKey;
import fi.lupa.platform.web.RequestSchema;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
final class RegisterOrganisationController {
  private static final long FIRST_VERSION = 1;

  private final FactChanges facts;
  private final OrganisationChanges changes;
  private final OrganisationStore store;

  RegisterOrganisationController(
      FactChanges facts, OrganisationChanges changes, OrganisationStore store) {
    this.facts = facts;
    this.changes = changes;
    this.store = store;
  }

  @PostMapping("/v1/organisations")
  Mono<ResponseEntity<JsonNode>> register(
      @RequiresScope("organisations.manage") Caller caller,
      IdempotencyKey key,
      @RequestSchema("OrganisationRegistration") OrganisationRegistration body) {
    Organisation first = changes.next(body.oid(), FIRST_VERSION, body.details());
    return facts.create(FactKind.ORGANISATION, caller, key, body, register(first));
  }

  private Mono<Change> register(Organisation first) {
    return store
        .insert(first)
        .filter(inserted -> inserted)
        .switchIfEmpty(Mono.error(() -> Problem.of("ORGANISATION_EXISTS")))
        .then(Mono.defer(() -> changes.complete(first)));
  }
}
