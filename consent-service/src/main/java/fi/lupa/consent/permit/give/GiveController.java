package fi.lupa.consent.permit.give;

import fi.lupa.consent.change.Changes;
import fi.lupa.consent.change.Fact;
import fi.lupa.consent.origin.Origin;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.IdempotencyKey;
import fi.lupa.platform.web.RequestSchema;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Giving or refusing a permit at a provider and by the citizen. */
@RestController
class GiveController {
  private final GivePermit give;
  private final Changes changes;

  GiveController(GivePermit give, Changes changes) {
    this.give = give;
    this.changes = changes;
  }

  @PostMapping("/v1/permits")
  Mono<ResponseEntity<JsonNode>> atProvider(
      @RequiresScope("declarations.manage") Caller caller,
      IdempotencyKey key,
      @RequestSchema("PermitDecision") PermitRequest body) {
    return changes.create(
        Fact.PERMIT,
        caller.organisation().value(),
        key,
        body,
        give.give(body.client(), Answer.of(body), Origin.of(caller, body.recorder())));
  }

  @PostMapping("/v1/my/permits")
  Mono<ResponseEntity<JsonNode>> byCitizen(
      @RequiresScope("citizen") Citizen citizen,
      IdempotencyKey key,
      @RequestSchema("MyPermitDecision") MyPermitRequest body) {
    return changes.create(
        Fact.PERMIT,
        citizen.client().toString(),
        key,
        body,
        give.give(citizen.id(), Answer.of(body), Origin.of(citizen)));
  }
}
