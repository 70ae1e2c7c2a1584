package fi.lupa.consent.prohibition.cancel;

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
import fi.lupa.platform.web.ExpectedVersion;
import fi.lupa.platform.web.RequestSchema;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Cancelling a prohibition at a provider and by the citizen. */
@RestController
class CancelController {
  private final CancelProhibition cancel;
  private final Changes changes;
  private final ClientRefs clients;
  private final Representatives representatives;

  CancelController(
      CancelProhibition cancel,
      Changes changes,
      ClientRefs clients,
      Representatives representatives) {
    this.cancel = cancel;
    this.changes = changes;
    this.clients = clients;
    this.representatives = representatives;
  }

  @PostMapping("/v1/prohibitions/{id}/cancellation")
  Mono<ResponseEntity<JsonNode>> atProvider(
      @RequiresScope("declarations.manage") Caller caller,
      @PathVariable UUID id,
      ExpectedVersion version,
      @RequestSchema("ProhibitionCancellation") CancelRequest body) {
    Represented by = RepresentedBy.known(body.representative(), clients);
    return changes.change(
        Fact.PROHIBITION, cancel.cancel(id, version, Origin.of(caller, body.recorder(), by)));
  }

  @PostMapping("/v1/my/prohibitions/{id}/cancellation")
  Mono<ResponseEntity<JsonNode>> byCitizen(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      @PathVariable UUID id,
      ExpectedVersion version) {
    return representatives
        .verified(citizen, Set.of(RepresentationMatter.SOCIAL_CARE))
        .flatMap(
            who -> changes.change(Fact.PROHIBITION, cancel.cancel(id, version, Origin.of(who))));
  }
}
