package fi.lupa.consent.guardianprohibition.decide;

import fi.lupa.consent.change.Changes;
import fi.lupa.consent.change.Fact;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.IdempotencyKey;
import fi.lupa.platform.web.RequestSchema;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Only at a provider: in the citizen's channel nobody could judge the reason. */
@RestController
class DecideController {
  private final Decide decide;
  private final Changes changes;

  DecideController(Decide decide, Changes changes) {
    this.decide = decide;
    this.changes = changes;
  }

  @PostMapping("/v1/guardian-prohibitions")
  Mono<ResponseEntity<JsonNode>> record(
      @RequiresScope("declarations.manage") Caller caller,
      IdempotencyKey key,
      @RequestSchema("GuardianProhibitionDecision") DecideRequest body) {
    return changes.create(
        Fact.GUARDIAN_PROHIBITION,
        caller.organisation().value(),
        key,
        body,
        decide.decide(caller.organisation(), body));
  }
}
