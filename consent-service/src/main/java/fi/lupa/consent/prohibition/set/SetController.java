package fi.lupa.consent.prohibition.set;

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

/** Setting a prohibition at a provider and by the citizen. */
@RestController
class SetController {
  private final SetProhibition set;
  private final Changes changes;

  SetController(SetProhibition set, Changes changes) {
    this.set = set;
    this.changes = changes;
  }

  @PostMapping("/v1/prohibitions")
  Mono<ResponseEntity<JsonNode>> atProvider(
      @RequiresScope("declarations.manage") Caller caller,
      IdempotencyKey key,
      @RequestSchema("ProhibitionSetting") SetRequest body) {
    return changes.create(
        Fact.PROHIBITION,
        caller.organisation().value(),
        key,
        body,
        set.set(body.client(), body.target(), Origin.of(caller, body.recorder())));
  }

  @PostMapping("/v1/my/prohibitions")
  Mono<ResponseEntity<JsonNode>> byCitizen(
      @RequiresScope("citizen") Citizen citizen,
      IdempotencyKey key,
      @RequestSchema("MyProhibitionSetting") MySetRequest body) {
    return changes.create(
        Fact.PROHIBITION,
        citizen.client().toString(),
        key,
        body,
        set.set(citizen.id(), body.target(), Origin.of(citizen)));
  }
}
