package fi.lupa.authorization.usageright.grant;

import fi.lupa.authorization.fact.Change;
import fi.lupa.authorization.fact.FactChanges;
import fi.lupa.authorization.fact.FactKind;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightChanges;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.platform.Ids;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.IdempotencyKey;
import fi.lupa.platform.web.RequestSchema;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
final class GrantUsageRightController {
  private final FactChanges facts;
  private final UsageRightChanges changes;
  private final GrantStore store;
  private final ClientRefs clientRefs;
  private final Ids ids;
  private final Clock clock;

  GrantUsageRightController(
      FactChanges facts,
      UsageRightChanges changes,
      GrantStore store,
      ClientRefs clientRefs,
      Ids ids,
      Clock clock) {
    this.facts = facts;
    this.changes = changes;
    this.store = store;
    this.clientRefs = clientRefs;
    this.ids = ids;
    this.clock = clock;
  }

  @PostMapping("/v1/usage-rights")
  Mono<ResponseEntity<JsonNode>> grant(
      @RequiresScope("rights.manage") Caller organiser,
      IdempotencyKey key,
      @RequestSchema("UsageRightGrant") GrantRequest body) {
    UsageRight right =
        body.right(
            new UsageRightId(ids.next()),
            clientRefs.of(body.client()),
            organiser.organisation(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    return facts.create(FactKind.USAGE_RIGHT, organiser, key, body, grant(right, organiser));
  }

  private Mono<Change> grant(UsageRight right, Caller organiser) {
    return store
        .parties(right)
        .map(parties -> GrantRules.check(right, parties))
        .doOnNext(GrantUsageRightController::refuse)
        .then(Mono.defer(() -> store.insert(right, organiser)))
        .map(inserted ->
            inserted ? Optional.<GrantRefusal>empty() : Optional.of(GrantRefusal.RIGHT_OVERLAPS))
        .doOnNext(GrantUsageRightController::refuse)
        .then(
            Mono.defer(
                () -> changes.tell(right, UsageRightChanged.Change.GRANTED, right.grantedAt())));
  }

  private static void refuse(Optional<GrantRefusal> refusal) {
    refusal.ifPresent(reason -> {
      throw reason.problem();
    });
  }
}
