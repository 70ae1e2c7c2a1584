package fi.lupa.authorization.usageright.end;

import fi.lupa.authorization.fact.Change;
import fi.lupa.authorization.fact.FactChanges;
import fi.lupa.authorization.fact.FactKind;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightChanges;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.end.EndOutcome.Ended;
import fi.lupa.authorization.usageright.end.EndOutcome.Refused;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.ExpectedVersion;
import fi.lupa.platform.web.RequestSchema;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
  private final UsageRightChanges changes;
  private final EndStore store;
  private final Clock clock;

  EndUsageRightController(
      FactChanges facts, UsageRightChanges changes, EndStore store, Clock clock) {
    this.facts = facts;
    this.changes = changes;
    this.store = store;
    this.clock = clock;
  }

  @PostMapping("/v1/usage-rights/{id}/end")
  Mono<ResponseEntity<JsonNode>> end(
      @RequiresScope("rights.manage") Caller organiser,
      @PathVariable UUID id,
      ExpectedVersion expected,
      @RequestSchema("UsageRightEnd") EndOrder order) {
    Mono<Change> work =
        store
            .lock(new UsageRightId(id), organiser.organisation())
            .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
            .doOnNext(right -> expected.check(right.version()))
            .flatMap(right -> end(right, order, organiser));
    return facts.change(FactKind.USAGE_RIGHT, work);
  }

  /** The moment is taken while the right is locked, so that ends are in the order of versions. */
  private Mono<Change> end(UsageRight right, EndOrder order, Caller organiser) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return switch (EndRules.end(right, order, now)) {
      case Refused refused -> Mono.error(refused.problem());
      case Ended(UsageRight ended) ->
          store
              .update(ended, now, organiser)
              .then(Mono.defer(() -> changes.tell(ended, UsageRightChanged.Change.ENDED, now)));
    };
  }
}
