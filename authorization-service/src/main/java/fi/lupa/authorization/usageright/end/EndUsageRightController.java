package fi.lupa.authorization.usageright.end;

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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
final class EndUsageRightController {
  private final FactChanges facts;
  private final Ending ending;

  EndUsageRightController(FactChanges facts, Ending ending) {
    this.facts = facts;
    this.ending = ending;
  }

  @PostMapping("/v1/usage-rights/{id}/end")
  Mono<ResponseEntity<JsonNode>> end(
      @RequiresScope("rights.manage") Caller organiser,
      @PathVariable UUID id,
      ExpectedVersion expected,
      @RequestSchema("UsageRightEnd") EndOrder order) {
    return facts.change(
        FactKind.USAGE_RIGHT,
        Mono.defer(() -> ending.end(new UsageRightId(id), expected, order, organiser)));
  }
}
