package fi.lupa.audit.withholding;

import fi.lupa.audit.ingest.OwnEvents;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.Ids;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sets and ends withholdings; each act is an event in the log itself, where nobody can undo it. */
@Component
class WithholdLog {
  private final WithholdingStore store;
  private final OwnEvents log;
  private final ClientRefs clients;
  private final Ids ids;
  private final Clock clock;

  WithholdLog(WithholdingStore store, OwnEvents log, ClientRefs clients, Ids ids, Clock clock) {
    this.store = store;
    this.log = log;
    this.clients = clients;
    this.ids = ids;
    this.clock = clock;
  }

  /** Must run inside a transaction. Whether there is such a client is neither asked nor told. */
  Mono<Withholding> set(Oid controller, WithholdingRequest request) {
    return Mono.fromSupplier(
            () -> {
              Instant now = now();
              request.check(FinnishDays.dayOf(now));
              return new Withholding(
                  ids.next(),
                  1,
                  clients.of(request.client()),
                  controller,
                  request.ground(),
                  request.scope(),
                  request.until(),
                  now,
                  null);
            })
        .delayUntil(store::add)
        .delayUntil(one -> log.append(one.event()));
  }

  /**
   * Must run inside a transaction.
   *
   * @return an error NOT_FOUND when the controller has none such, VERSION_CONFLICT when it isn't of
   *     that version, WITHHOLDING_ENDED when it was ended before
   */
  Mono<Withholding> end(Oid controller, UUID id, long version) {
    return store
        .end(id, controller, version, now())
        .switchIfEmpty(Mono.defer(() -> store.one(id, controller).flatMap(this::refuse)))
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .delayUntil(one -> log.append(one.event()));
  }

  private Mono<Withholding> refuse(Withholding one) {
    return Mono.error(Problem.of(one.endedAt() == null ? "VERSION_CONFLICT" : "WITHHOLDING_ENDED"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
