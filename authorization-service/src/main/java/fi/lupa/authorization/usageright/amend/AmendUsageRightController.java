package fi.lupa.authorization.usageright.amend;

import fi.lupa.authorization.fact.FactChanges;
import fi.lupa.authorization.fact.FactKind;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.ExpectedVersion;
import fi.lupa.platform.web.RequestSchema;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
final class AmendUsageRightController {
  private final FactChanges facts;
  private final Amending amending;

  AmendUsageRightController(FactChanges facts, Amending amending) {
    this.facts = facts;
    this.amending = amending;
  }

  @PutMapping("/v1/usage-rights/{id}")
  Mono<ResponseEntity<JsonNode>> amend(
      @RequiresScope("rights.manage") Caller organiser,
      @PathVariable UUID id,
      ExpectedVersion expected,
      @RequestSchema("UsageRightAmendment") AmendRequest body) {
    return facts.change(
        FactKind.USAGE_RIGHT,
        Mono.defer(() -> amending.amend(new UsageRightId(id), expected, body, organiser)));
  }
}
