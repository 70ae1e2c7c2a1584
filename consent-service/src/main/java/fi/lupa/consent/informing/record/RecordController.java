package fi.lupa.consent.informing.record;

import fi.lupa.consent.change.Changes;
import fi.lupa.consent.change.Fact;
import fi.lupa.consent.origin.Origin;
import fi.lupa.consent.origin.Represented;
import fi.lupa.consent.origin.RepresentedBy;
import fi.lupa.consent.representation.check.Representatives;
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

/** Informing at a provider and by the citizen. */
@RestController
class RecordController {
  private final RecordInforming record;
  private final Changes changes;
  private final ClientRefs clients;
  private final Representatives representatives;

  RecordController(
      RecordInforming record,
      Changes changes,
      ClientRefs clients,
      Representatives representatives) {
    this.record = record;
    this.changes = changes;
    this.clients = clients;
    this.representatives = representatives;
  }

  @PostMapping("/v1/informings")
  Mono<ResponseEntity<JsonNode>> atProvider(
      @RequiresScope("declarations.manage") Caller caller,
      IdempotencyKey key,
      @RequestSchema("InformingRecord") InformingRequest body) {
    Told told =
        new Told(clients.of(body.client()), body.textVersion(), body.language(), body.informedAt());
    Represented by = RepresentedBy.known(body.representative(), clients);
    return changes.create(
        Fact.INFORMING,
        caller.organisation().value(),
        key,
        body,
        record.record(told, Origin.of(caller, body.recorder(), by)));
  }

  @PostMapping("/v1/my/informing")
  Mono<ResponseEntity<JsonNode>> byCitizen(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      IdempotencyKey key,
      @RequestSchema("MyInforming") MyInformingRequest body) {
    Told told = new Told(citizen.client(), body.textVersion(), body.language(), null);
    return representatives
        .verified(citizen, Representatives.ANY)
        .flatMap(who ->
            changes.create(
                Fact.INFORMING, who.asker(), key, body, record.record(told, Origin.of(who))));
  }
}
