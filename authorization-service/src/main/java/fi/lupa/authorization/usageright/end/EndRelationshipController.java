package fi.lupa.authorization.usageright.end;

import fi.lupa.authorization.fact.Change;
import fi.lupa.authorization.fact.FactChanges;
import fi.lupa.authorization.fact.FactKind;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.IdempotencyKey;
import fi.lupa.platform.web.RequestSchema;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The organiser tells that a client relationship is over. */
@RestController
final class EndRelationshipController {
  private final FactChanges facts;
  private final Ending ending;
  private final ClientRefs clientRefs;

  EndRelationshipController(FactChanges facts, Ending ending, ClientRefs clientRefs) {
    this.facts = facts;
    this.ending = ending;
    this.clientRefs = clientRefs;
  }

  @PostMapping("/v1/client-relationships/ends")
  Mono<ResponseEntity<JsonNode>> end(
      @RequiresScope("rights.manage") Caller organiser,
      IdempotencyKey key,
      @RequestSchema("ClientRelationshipEnd") RelationshipEnd body) {
    Mono<List<Change>> work =
        Mono.defer(
            () -> ending.endRelationship(clientRefs.of(body.client()), body.on(), organiser));
    return facts.changeMany(FactKind.USAGE_RIGHT, organiser, key, body, work);
  }
}
