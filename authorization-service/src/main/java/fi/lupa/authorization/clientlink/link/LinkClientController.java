package fi.lupa.authorization.clientlink.link;

import fi.lupa.authorization.fact.Change;
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
import tools.jackson.databind.JsonNode;

@RestController
final class LinkClientController {
  private final FactChanges facts;
  private final Linking linking;

  LinkClientController(FactChanges facts, Linking linking) {
    this.facts = facts;
    this.linking = linking;
  }

  @PostMapping("/v1/client-links")
  Mono<ResponseEntity<JsonNode>> link(
      @RequiresScope("rights.manage") Caller organiser,
      IdempotencyKey key,
      @RequestSchema("ClientLinking") LinkRequest body) {
    Mono<Change> work = Mono.defer(() -> linking.link(body, organiser));
    return facts.create(FactKind.CLIENT_LINK, organiser, key, body, work);
  }
}
