package fi.lupa.authorization.organisation.change;

import fi.lupa.authorization.fact.FactChanges;
import fi.lupa.authorization.fact.FactKind;
import fi.lupa.authorization.organisation.JoiningProcess;
import fi.lupa.authorization.organisation.OrganisationChanges;
import fi.lupa.authorization.organisation.OrganisationDetails;
import fi.lupa.contracts.Oid;
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
  private final JoiningProcess process;

  ChangeOrganisationController(
      FactChanges facts, OrganisationChanges changes, JoiningProcess process) {
    this.facts = facts;
    this.changes = changes;
    this.process = process;
  }

  @PutMapping("/v1/organisations/{oid}")
  Mono<ResponseEntity<JsonNode>> change(
      @RequiresScope("organisations.manage") Caller caller,
      @PathVariable Oid oid,
      ExpectedVersion expected,
      @RequestSchema("OrganisationChange") OrganisationDetails body) {
    return facts.change(
        FactKind.ORGANISATION,
        changes
            .hold(oid)
            .doOnNext(current -> expected.check(current.version()))
            .flatMap(current ->
                process
                    .beforeChange(current, body)
                    .then(Mono.defer(() -> changes.change(current, body)))));
  }
}
