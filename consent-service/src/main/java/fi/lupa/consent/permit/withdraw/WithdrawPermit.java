package fi.lupa.consent.permit.withdraw;

import fi.lupa.consent.change.Changed;
import fi.lupa.consent.origin.Origin;
import fi.lupa.consent.permit.Permit;
import fi.lupa.consent.permit.PermitEvents;
import fi.lupa.consent.permit.PermitViews;
import fi.lupa.contracts.PermitKind;
import fi.lupa.platform.outbox.Outbox;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.web.ExpectedVersion;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Withdraws a permit; the same for both channels. */
@Component
class WithdrawPermit {
  private final WithdrawStore store;
  private final PermitViews views;
  private final Outbox outbox;
  private final Clock clock;

  WithdrawPermit(WithdrawStore store, PermitViews views, Outbox outbox, Clock clock) {
    this.store = store;
    this.views = views;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Must run inside a transaction.
   *
   * @param may signals an error when who withdraws may not answer for the client about that kind
   */
  Mono<Changed> withdraw(
      UUID id, ExpectedVersion expected, Origin origin, Function<PermitKind, Mono<?>> may) {
    return store
        .lock(id, origin)
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .flatMap(permit -> may.apply(permit.kind()).thenReturn(permit))
        .map(permit -> next(permit, expected, origin))
        .flatMap(next -> store.withdraw(next, origin))
        .flatMap(permit ->
            outbox
                .append(PermitEvents.changed(permit, origin), permit.id().toString())
                .flatMap(event ->
                    views.of(permit, origin.onlyClient()).map(view -> new Changed(view, event))));
  }

  private Permit next(Permit permit, ExpectedVersion expected, Origin origin) {
    WithdrawRules.refusal(permit, expected.value())
        .ifPresent(refusal -> {
          throw Problem.of(refusal.name());
        });
    return WithdrawRules.withdrawn(permit, origin.channel(), clock.instant());
  }
}
