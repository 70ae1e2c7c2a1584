package fi.lupa.consent.representation.register;

import fi.lupa.consent.change.Changed;
import fi.lupa.consent.representation.Ages;
import fi.lupa.consent.representation.Representation;
import fi.lupa.consent.representation.RepresentationEvents;
import fi.lupa.consent.representation.RepresentationView;
import fi.lupa.platform.Ids;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.outbox.Outbox;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Registers who may act for whom; alone or as a line of many. */
@Component
class RegisterRepresentation {
  private final RegisterStore store;
  private final Outbox outbox;
  private final ClientRefs clients;
  private final Ids ids;
  private final Clock clock;

  RegisterRepresentation(
      RegisterStore store, Outbox outbox, ClientRefs clients, Ids ids, Clock clock) {
    this.store = store;
    this.outbox = outbox;
    this.clients = clients;
    this.ids = ids;
    this.clock = clock;
  }

  /** Must run inside a transaction. What is registered so already changes nothing. */
  Mono<Changed> register(RegisterRequest request, String system) {
    return Mono.defer(() -> {
      Instant now = clock.instant();
      List<Violation> violations = RegisterRules.violations(request, Ages.today(now));
      if (!violations.isEmpty()) {
        return Mono.error(Problem.invalid(violations));
      }
      RegisterStore.Pair pair = pair(request);
      return store
          .register(pair, request.terms(), system, ids.next(), now)
          .flatMap(this::tell)
          .switchIfEmpty(Mono.defer(() -> store.held(pair).map(RegisterRepresentation::unchanged)));
    });
  }

  private RegisterStore.Pair pair(RegisterRequest request) {
    return new RegisterStore.Pair(
        clients.of(request.represented()), clients.of(request.representative()), request.role());
  }

  private Mono<Changed> tell(Representation representation) {
    return outbox
        .append(RepresentationEvents.changed(representation), representation.id().toString())
        .map(event -> new Changed(RepresentationView.of(representation), event));
  }

  private static Changed unchanged(Representation representation) {
    return new Changed(RepresentationView.of(representation), null);
  }
}
