package fi.lupa.authorization.relationship;

import fi.lupa.authorization.fact.FactChanges;
import fi.lupa.authorization.fact.FactKind;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.IdempotencyKey;
import fi.lupa.platform.web.RequestSchema;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

@RestController
final class ImportRelationshipController {
  private final FactChanges facts;
  private final DocumentCheck check;
  private final Importing importing;

  ImportRelationshipController(FactChanges facts, DocumentCheck check, Importing importing) {
    this.facts = facts;
    this.check = check;
    this.importing = importing;
  }

  @PostMapping("/v1/client-relationships")
  Mono<ResponseEntity<JsonNode>> take(
      @RequiresScope("rights.manage") Caller organiser,
      IdempotencyKey key,
      @RequestSchema("ClientRelationshipImport") RelationshipImport body) {
    return Mono.fromRunnable(() -> check.check(body))
        // compiling a schema takes longer than an event loop may
        .subscribeOn(Schedulers.boundedElastic())
        .then(
            Mono.defer(() ->
                facts.changeAll(
                    FactKind.USAGE_RIGHT,
                    organiser,
                    key,
                    body,
                    Mono.defer(() -> importing.take(body, organiser)))));
  }
}
