package fi.lupa.consent.permit.withdraw;

import fi.lupa.consent.change.Changes;
import fi.lupa.consent.change.Fact;
import fi.lupa.consent.origin.Origin;
import fi.lupa.consent.origin.Represented;
import fi.lupa.consent.origin.RepresentedBy;
import fi.lupa.consent.permit.PermitActors;
import fi.lupa.consent.representation.check.Representatives;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.ExpectedVersion;
import fi.lupa.platform.web.RequestSchema;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Withdrawing a permit at a provider and by the citizen. */
@RestController
class WithdrawController {
  private final WithdrawPermit withdraw;
  private final Changes changes;
  private final ClientRefs clients;
  private final Representatives representatives;
  private final PermitActors actors;

  WithdrawController(
      WithdrawPermit withdraw,
      Changes changes,
      ClientRefs clients,
      Representatives representatives,
      PermitActors actors) {
    this.withdraw = withdraw;
    this.changes = changes;
    this.clients = clients;
    this.representatives = representatives;
    this.actors = actors;
  }

  @PostMapping("/v1/permits/{id}/withdrawal")
  Mono<ResponseEntity<JsonNode>> atProvider(
      @RequiresScope("declarations.manage") Caller caller,
      @PathVariable UUID id,
      ExpectedVersion version,
      @RequestSchema("PermitWithdrawal") WithdrawRequest body) {
    Represented by = RepresentedBy.known(body.representative(), clients);
    return changes.change(
        Fact.PERMIT,
        withdraw.withdraw(id, version, Origin.of(caller, body.recorder(), by), _ -> Mono.empty()));
  }

  @PostMapping("/v1/my/permits/{id}/withdrawal")
  Mono<ResponseEntity<JsonNode>> byCitizen(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      @PathVariable UUID id,
      ExpectedVersion version) {
    return representatives
        .verified(citizen, Representatives.ANY)
        .flatMap(who ->
            changes.change(
                Fact.PERMIT,
                withdraw.withdraw(
                    id, version, Origin.of(who), kind -> actors.withdrawing(who, kind))));
  }
}
