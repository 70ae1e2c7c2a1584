package fi.lupa.consent.guardianprohibition.decide;

import fi.lupa.consent.change.Changed;
import fi.lupa.consent.guardianprohibition.GuardianProhibition;
import fi.lupa.consent.guardianprohibition.GuardianProhibitionEvents;
import fi.lupa.consent.guardianprohibition.GuardianProhibitionView;
import fi.lupa.consent.representation.Ages;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.Ids;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.outbox.Outbox;
import fi.lupa.platform.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Records what a professional decided on a minor's wish. */
@Component
class Decide {
  private final DecideStore store;
  private final Outbox outbox;
  private final ClientRefs clients;
  private final Ids ids;
  private final Clock clock;

  Decide(DecideStore store, Outbox outbox, ClientRefs clients, Ids ids, Clock clock) {
    this.store = store;
    this.outbox = outbox;
    this.clients = clients;
    this.ids = ids;
    this.clock = clock;
  }

  /** Must run inside a transaction. */
  Mono<Changed> decide(Oid organisation, DecideRequest request) {
    return Mono.fromSupplier(() -> decided(organisation, request, clock.instant()))
        .flatMap(one -> store.decide(one, request.recorder()))
        .switchIfEmpty(
            Mono.error(() -> Problem.of(DecideRules.Refusal.GUARDIAN_PROHIBITION_EXISTS.name())))
        .flatMap(one ->
            outbox
                .append(GuardianProhibitionEvents.changed(one, organisation), one.id().toString())
                .map(event -> new Changed(GuardianProhibitionView.of(one), event)));
  }

  private GuardianProhibition decided(Oid organisation, DecideRequest request, Instant now) {
    DecideRules.refusal(request.client(), Ages.today(now))
        .ifPresent(refusal -> {
          throw Problem.of(refusal.name());
        });
    ClientRef client = clients.of(request.client());
    IdentityCode named = request.guardian();
    ClientRef guardian = named == null ? null : clients.of(named);
    if (client.equals(guardian)) {
      throw Problem.invalid("/guardian", "must be another person than the client");
    }
    return new GuardianProhibition(
        ids.next(),
        client,
        1,
        request.decision(),
        guardian,
        request.target(),
        organisation,
        now,
        null,
        request.reason(),
        request.grounds());
  }
}
