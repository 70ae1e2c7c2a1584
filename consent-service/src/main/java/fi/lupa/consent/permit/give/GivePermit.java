package fi.lupa.consent.permit.give;

import fi.lupa.consent.change.Changed;
import fi.lupa.consent.informing.Informings;
import fi.lupa.consent.informing.text.InformationTexts;
import fi.lupa.consent.origin.Origin;
import fi.lupa.consent.permit.PermitEvents;
import fi.lupa.consent.permit.PermitViews;
import fi.lupa.contracts.ClientRef;
import fi.lupa.platform.Ids;
import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.outbox.Outbox;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Records a given or refused permit; the same for both channels. */
@Component
class GivePermit {
  private final Informings informings;
  private final GiveStore store;
  private final PermitViews views;
  private final Outbox outbox;
  private final ClientRefs clients;
  private final Ids ids;
  private final InformationTexts texts;
  private final Clock clock;

  GivePermit(
      Informings informings,
      GiveStore store,
      PermitViews views,
      Outbox outbox,
      ClientRefs clients,
      Ids ids,
      InformationTexts texts,
      Clock clock) {
    this.informings = informings;
    this.store = store;
    this.views = views;
    this.outbox = outbox;
    this.clients = clients;
    this.ids = ids;
    this.texts = texts;
    this.clock = clock;
  }

  /** Must run inside a transaction. */
  Mono<Changed> give(ClientId client, Answer answer, Origin origin) {
    List<Violation> violations = GiveRules.violations(answer.targets());
    if (!violations.isEmpty()) {
      return Mono.error(Problem.invalid(violations));
    }
    if (!texts.couldBeTold(answer.textVersion(), clock.instant())) {
      return Mono.error(Problem.of("INFORMATION_TEXT_UNKNOWN"));
    }
    ClientRef ref = clients.of(client);
    return informings
        .informed(ref)
        .doOnNext(informed -> check(client, informed, answer))
        .flatMap(informed -> store.give(ref, answer, origin, ids.next(), clock.instant()))
        .flatMap(permit ->
            outbox
                .append(PermitEvents.changed(permit, origin), permit.id().toString())
                .flatMap(event ->
                    views.of(permit, origin.onlyClient()).map(view -> new Changed(view, event))));
  }

  private static void check(ClientId client, boolean informed, Answer answer) {
    GiveRules.refusal(client, informed, answer)
        .ifPresent(refusal -> {
          throw Problem.of(refusal.name());
        });
  }
}
