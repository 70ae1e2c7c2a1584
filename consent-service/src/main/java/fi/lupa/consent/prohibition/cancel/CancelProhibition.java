package fi.lupa.consent.prohibition.cancel;

import fi.lupa.consent.change.Changed;
import fi.lupa.consent.origin.Origin;
import fi.lupa.consent.prohibition.Prohibition;
import fi.lupa.consent.prohibition.ProhibitionEvents;
import fi.lupa.consent.prohibition.ProhibitionViews;
import fi.lupa.platform.outbox.Outbox;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.web.ExpectedVersion;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Cancels a prohibition; the same for both channels. */
@Component
class CancelProhibition {
  private final CancelStore store;
  private final ProhibitionViews views;
  private final Outbox outbox;
  private final Clock clock;

  CancelProhibition(CancelStore store, ProhibitionViews views, Outbox outbox, Clock clock) {
    this.store = store;
    this.views = views;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Must run inside a transaction. */
  Mono<Changed> cancel(UUID id, ExpectedVersion expected, Origin origin) {
    return store
        .lock(id, origin)
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .map(prohibition -> next(prohibition, expected, origin))
        .flatMap(next -> store.cancel(next, origin))
        .flatMap(prohibition ->
            outbox
                .append(ProhibitionEvents.changed(prohibition, origin), prohibition.id().toString())
                .flatMap(event ->
                    views
                        .of(prohibition, origin.onlyClient())
                        .map(view -> new Changed(view, event))));
  }

  private Prohibition next(Prohibition prohibition, ExpectedVersion expected, Origin origin) {
    CancelRules.refusal(prohibition, expected.value(), origin)
        .ifPresent(refusal -> {
          throw Problem.of(refusal.name());
        });
    return CancelRules.cancelled(prohibition, origin.channel(), clock.instant());
  }
}
