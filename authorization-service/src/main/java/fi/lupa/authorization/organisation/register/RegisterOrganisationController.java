package fi.lupa.authorization.organisation.register;

import fi.lupa.authorization.fact.FactChanges;
import fi.lupa.authorization.fact.FactKind;
import fi.lupa.authorization.organisation.OrganisationChanges;
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
  private final FactChanges facts;
  private final OrganisationChanges changes;

  RegisterOrganisationController(FactChanges facts, OrganisationChanges changes) {
    this.facts = facts;
    this.changes = changes;
  }

  @PostMapping("/v1/organisations")
  Mono<ResponseEntity<JsonNode>> register(
      @RequiresScope("organisations.manage") Caller caller,
      IdempotencyKey key,
      @RequestSchema("OrganisationRegistration") OrganisationRegistration body) {
    return facts.create(
        FactKind.ORGANISATION, caller, key, body, changes.register(body.oid(), body.details()));
  }
}
