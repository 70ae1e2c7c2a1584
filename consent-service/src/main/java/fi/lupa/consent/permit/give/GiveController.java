package fi.lupa.consent.permit.give;

import fi.lupa.consent.change.Changes;
import fi.lupa.consent.change.Fact;
import fi.lupa.consent.naming.Naming;
import fi.lupa.consent.origin.Origin;
import fi.lupa.consent.origin.Represented;
import fi.lupa.consent.origin.RepresentedBy;
import fi.lupa.consent.permit.PermitActors;
import fi.lupa.platform.client.ClientRefs;
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
  private final Naming naming;
  private final ClientRefs clients;
  private final PermitActors actors;

  GiveController(
      GivePermit give, Changes changes, Naming naming, ClientRefs clients, PermitActors actors) {
    this.give = give;
    this.changes = changes;
    this.naming = naming;
    this.clients = clients;
    this.actors = actors;
  }

  @PostMapping("/v1/permits")
  Mono<ResponseEntity<JsonNode>> atProvider(
      @RequiresScope("declarations.manage") Caller caller,
      IdempotencyKey key,
      @RequestSchema("PermitDecision") PermitRequest body) {
    Represented by = RepresentedBy.known(body.representative(), clients);
    return changes.create(
        Fact.PERMIT,
        caller.organisation().value(),
        key,
        body,
        give.give(body.client(), Answer.of(body), Origin.of(caller, body.recorder(), by)));
  }

  @PostMapping("/v1/my/permits")
  Mono<ResponseEntity<JsonNode>> byCitizen(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      IdempotencyKey key,
      @RequestSchema("MyPermitDecision") MyPermitRequest body) {
    return actors
        .answering(citizen, body.kind())
        .flatMap(who ->
            changes.create(
                Fact.PERMIT,
                who.asker(),
                key,
                body,
                give.give(who.id(), Answer.of(body, who.client(), naming), Origin.of(who))));
  }
}
