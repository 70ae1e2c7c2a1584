package fi.lupa.consent.prohibition.set;

import fi.lupa.consent.change.Changes;
import fi.lupa.consent.change.Fact;
import fi.lupa.consent.origin.Origin;
import fi.lupa.consent.origin.Represented;
import fi.lupa.consent.origin.RepresentedBy;
import fi.lupa.consent.representation.check.Representatives;
import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.IdempotencyKey;
import fi.lupa.platform.web.RequestSchema;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Setting a prohibition at a provider and by the citizen. */
@RestController
class SetController {
  private static final Set<RepresentationMatter> SOCIAL = Set.of(RepresentationMatter.SOCIAL_CARE);

  private final SetProhibition set;
  private final Changes changes;
  private final ClientRefs clients;
  private final Representatives representatives;

  SetController(
      SetProhibition set, Changes changes, ClientRefs clients, Representatives representatives) {
    this.set = set;
    this.changes = changes;
    this.clients = clients;
    this.representatives = representatives;
  }

  @PostMapping("/v1/prohibitions")
  Mono<ResponseEntity<JsonNode>> atProvider(
      @RequiresScope("declarations.manage") Caller caller,
      IdempotencyKey key,
      @RequestSchema("ProhibitionSetting") SetRequest body) {
    Represented by = RepresentedBy.known(body.representative(), clients);
    return changes.create(
        Fact.PROHIBITION,
        caller.organisation().value(),
        key,
        body,
        set.set(body.client(), body.target(), Origin.of(caller, body.recorder(), by)));
  }

  @PostMapping("/v1/my/prohibitions")
  Mono<ResponseEntity<JsonNode>> byCitizen(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      IdempotencyKey key,
      @RequestSchema("MyProhibitionSetting") MySetRequest body) {
    return representatives
        .verified(citizen, SOCIAL)
        .flatMap(who ->
            changes.create(
                Fact.PROHIBITION,
                who.asker(),
                key,
                body,
                set.set(who.id(), body.target(), Origin.of(who))));
  }
}
