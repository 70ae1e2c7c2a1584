package fi.lupa.consent.representation.end;

import fi.lupa.consent.change.Changed;
import fi.lupa.consent.change.Changes;
import fi.lupa.consent.change.Effect;
import fi.lupa.consent.change.Effects;
import fi.lupa.consent.change.Fact;
import fi.lupa.consent.representation.Representation;
import fi.lupa.consent.representation.RepresentationEvents;
import fi.lupa.consent.representation.RepresentationView;
import fi.lupa.platform.outbox.Outbox;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.ExpectedVersion;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Ending a relation, and whether a version of one is in force. */
@RestController
class EndController {
  private final EndStore store;
  private final Outbox outbox;
  private final Changes changes;
  private final Effects effects;
  private final Clock clock;

  EndController(EndStore store, Outbox outbox, Changes changes, Effects effects, Clock clock) {
    this.store = store;
    this.outbox = outbox;
    this.changes = changes;
    this.effects = effects;
    this.clock = clock;
  }

  @PostMapping("/v1/representations/{id}/end")
  Mono<ResponseEntity<JsonNode>> end(
      @RequiresScope("representations.manage") Caller caller,
      @PathVariable UUID id,
      ExpectedVersion version) {
    return changes.change(Fact.REPRESENTATION, end(id, version, caller.subject()));
  }

  @GetMapping("/v1/representations/{id}/effect")
  Mono<Effect> effect(
      @RequiresScope("representations.manage") Caller caller,
      @PathVariable UUID id,
      @RequestParam long version) {
    return effects.of(Fact.REPRESENTATION, id, store.version(id), version);
  }

  private Mono<Changed> end(UUID id, ExpectedVersion expected, String system) {
    return store
        .lock(id)
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .map(held -> next(held, expected))
        .flatMap(next -> store.end(next, system))
        .flatMap(ended ->
            outbox
                .append(RepresentationEvents.changed(ended), ended.id().toString())
                .map(event -> new Changed(RepresentationView.of(ended), event)));
  }

  private Representation next(Representation held, ExpectedVersion expected) {
    EndRules.refusal(held, expected.value())
        .ifPresent(refusal -> {
          throw Problem.of(refusal.name());
        });
    return EndRules.ended(held, clock.instant());
  }
}
