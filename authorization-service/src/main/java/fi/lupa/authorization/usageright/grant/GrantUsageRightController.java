package fi.lupa.authorization.usageright.grant;

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
final class GrantUsageRightController {
  private final FactChanges facts;
  private final Granting granting;

  GrantUsageRightController(FactChanges facts, Granting granting) {
    this.facts = facts;
    this.granting = granting;
  }

  @PostMapping("/v1/usage-rights")
  Mono<ResponseEntity<JsonNode>> grant(
      @RequiresScope("rights.manage") Caller organiser,
      IdempotencyKey key,
      @RequestSchema("UsageRightGrant") GrantRequest body) {
    Mono<Change> work = Mono.defer(() -> granting.grant(body, organiser));
    return facts.create(FactKind.USAGE_RIGHT, organiser, key, body, work);
  }
}
