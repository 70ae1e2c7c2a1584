package fi.lupa.authorization.clientlink.cancel;

import fi.lupa.authorization.clientlink.ClientLink;
import fi.lupa.authorization.clientlink.ClientLinkChanges;
import fi.lupa.authorization.fact.Change;
import fi.lupa.authorization.fact.FactChanges;
import fi.lupa.authorization.fact.FactKind;
import fi.lupa.contracts.event.ClientLinked;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.web.ExpectedVersion;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
final class CancelClientLinkController {
  private final FactChanges facts;
  private final CancelLinkStore store;
  private final ClientLinkChanges changes;
  private final Clock clock;

  CancelClientLinkController(
      FactChanges facts, CancelLinkStore store, ClientLinkChanges changes, Clock clock) {
    this.facts = facts;
    this.store = store;
    this.changes = changes;
    this.clock = clock;
  }

  @PostMapping("/v1/client-links/{id}/cancellation")
  Mono<ResponseEntity<JsonNode>> cancel(
      @RequiresScope("rights.manage") Caller organiser,
      @PathVariable UUID id,
      ExpectedVersion expected) {
    return facts.change(FactKind.CLIENT_LINK, Mono.defer(() -> cancel(id, expected, organiser)));
  }

  private Mono<Change> cancel(UUID id, ExpectedVersion expected, Caller organiser) {
    return store
        .lock(id, organiser.organisation())
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .doOnNext(link -> expected.check(link.version()))
        .doOnNext(CancelClientLinkController::refuseTwice)
        .flatMap(
            link -> store.cancel(link, clock.instant().truncatedTo(ChronoUnit.MICROS), organiser))
        .flatMap(changes::tell);
  }

  private static void refuseTwice(ClientLink link) {
    if (link.state() == ClientLinked.State.CANCELLED) {
      throw Problem.of("LINK_ALREADY_CANCELLED");
    }
  }
}
