package fi.lupa.consent.guardianprohibition.cancel;

import fi.lupa.consent.change.Changed;
import fi.lupa.consent.change.Changes;
import fi.lupa.consent.change.Fact;
import fi.lupa.consent.guardianprohibition.GuardianProhibition;
import fi.lupa.consent.guardianprohibition.GuardianProhibitionEvents;
import fi.lupa.consent.guardianprohibition.GuardianProhibitionView;
import fi.lupa.consent.origin.Recorder;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.outbox.Outbox;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.ExpectedVersion;
import fi.lupa.platform.web.RequestSchema;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The minor has changed their mind. */
@RestController
class CancelController {
  private final CancelStore store;
  private final Outbox outbox;
  private final Changes changes;
  private final Clock clock;

  CancelController(CancelStore store, Outbox outbox, Changes changes, Clock clock) {
    this.store = store;
    this.outbox = outbox;
    this.changes = changes;
    this.clock = clock;
  }

  @PostMapping("/v1/guardian-prohibitions/{id}/cancellation")
  Mono<ResponseEntity<JsonNode>> cancel(
      @RequiresScope("declarations.manage") Caller caller,
      @PathVariable UUID id,
      ExpectedVersion version,
      @RequestSchema("GuardianProhibitionCancellation") CancelRequest body) {
    return changes.change(
        Fact.GUARDIAN_PROHIBITION, cancelled(id, version, caller.organisation(), body.recorder()));
  }

  private Mono<Changed> cancelled(
      UUID id, ExpectedVersion expected, Oid organisation, Recorder recorder) {
    return store
        .lock(id)
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .doOnNext(one ->
            CancelRules.refusal(one, expected.value())
                .ifPresent(refusal -> {
                  throw Problem.of(refusal.name());
                }))
        .flatMap(one ->
            store.cancel(
                one, CancelRules.cancelledAt(one, clock.instant()), organisation, recorder))
        .flatMap(one -> told(one, organisation));
  }

  private Mono<Changed> told(GuardianProhibition one, Oid organisation) {
    return outbox
        .append(GuardianProhibitionEvents.changed(one, organisation), one.id().toString())
        .map(event -> new Changed(GuardianProhibitionView.of(one), event));
  }
}
