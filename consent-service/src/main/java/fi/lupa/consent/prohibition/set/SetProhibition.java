package fi.lupa.consent.prohibition.set;

import fi.lupa.consent.change.Changed;
import fi.lupa.consent.informing.Informings;
import fi.lupa.consent.naming.Naming;
import fi.lupa.consent.origin.Origin;
import fi.lupa.consent.prohibition.ProhibitionEvents;
import fi.lupa.consent.prohibition.ProhibitionViews;
import fi.lupa.contracts.ClientRef;
import fi.lupa.platform.Ids;
import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.outbox.Outbox;
import fi.lupa.platform.problem.Problem;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sets a prohibition; the same for both channels. */
@Component
class SetProhibition {
  private final Informings informings;
  private final SetStore store;
  private final Naming naming;
  private final ProhibitionViews views;
  private final Outbox outbox;
  private final ClientRefs clients;
  private final Ids ids;
  private final Clock clock;

  SetProhibition(
      Informings informings,
      SetStore store,
      Naming naming,
      ProhibitionViews views,
      Outbox outbox,
      ClientRefs clients,
      Ids ids,
      Clock clock) {
    this.informings = informings;
    this.store = store;
    this.naming = naming;
    this.views = views;
    this.outbox = outbox;
    this.clients = clients;
    this.ids = ids;
    this.clock = clock;
  }

  /** Must run inside a transaction. */
  Mono<Changed> set(ClientId client, Asked asked, Origin origin) {
    ClientRef ref = clients.of(client);
    return Mono.fromRunnable(
            () -> SetRules.impossible(asked.type(), origin).ifPresent(SetProhibition::refuse))
        .then(Mono.defer(() -> informings.informed(ref)))
        .doOnNext(informed -> SetRules.refusal(client, informed).ifPresent(SetProhibition::refuse))
        .flatMap(informed ->
            store.set(
                ref,
                asked.target(origin.onlyClient(), naming),
                origin,
                ids.next(),
                clock.instant()))
        .switchIfEmpty(Mono.error(() -> Problem.of(SetRules.Refusal.PROHIBITION_EXISTS.name())))
        .flatMap(prohibition ->
            outbox
                .append(ProhibitionEvents.changed(prohibition, origin), prohibition.id().toString())
                .flatMap(event ->
                    views
                        .of(prohibition, origin.onlyClient())
                        .map(view -> new Changed(view, event))));
  }

  private static void refuse(SetRules.Refusal refusal) {
    throw Problem.of(refusal.name());
  }
}
