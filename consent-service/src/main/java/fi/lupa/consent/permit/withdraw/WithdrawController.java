package fi.lupa.consent.permit.withdraw;

import fi.lupa.consent.change.Changes;
import fi.lupa.consent.change.Fact;
import fi.lupa.consent.origin.Origin;
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

  WithdrawController(WithdrawPermit withdraw, Changes changes) {
    this.withdraw = withdraw;
    this.changes = changes;
  }

  @PostMapping("/v1/permits/{id}/withdrawal")
  Mono<ResponseEntity<JsonNode>> atProvider(
      @RequiresScope("declarations.manage") Caller caller,
      @PathVariable UUID id,
      ExpectedVersion version,
      @RequestSchema("PermitWithdrawal") WithdrawRequest body) {
    return changes.change(
        Fact.PERMIT, withdraw.withdraw(id, version, Origin.of(caller, body.recorder())));
  }

  @PostMapping("/v1/my/permits/{id}/withdrawal")
  Mono<ResponseEntity<JsonNode>> byCitizen(
      @RequiresScope("citizen") Citizen citizen, @PathVariable UUID id, ExpectedVersion version) {
    return changes.change(Fact.PERMIT, withdraw.withdraw(id, version, Origin.of(citizen)));
  }
}
