package fi.lupa.authorization.onboarding.watch;

import fi.lupa.authorization.fact.FactChanges;
import fi.lupa.authorization.onboarding.Certificate;
import fi.lupa.authorization.onboarding.Onboardings;
import fi.lupa.authorization.onboarding.Onboardings.Held;
import fi.lupa.authorization.onboarding.Onboardings.Taken;
import fi.lupa.authorization.onboarding.Progress;
import fi.lupa.authorization.onboarding.Step;
import fi.lupa.authorization.onboarding.StepOrder;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.platform.problem.Places;
import fi.lupa.platform.sql.Transactions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Suspends the functions of certificates that have run out, once each: whoever comes second, be it
 * another instance or this one after having been down, finds it done.
 */
@Component
class CertificateWatch {
  private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);

  /** How many pushes at the same time. */
  private static final int PUSHES = 8;

  private final WatchStore store;
  private final Onboardings onboardings;
  private final Transactions transactions;
  private final FactChanges facts;
  private final Clock clock;

  CertificateWatch(
      WatchStore store,
      Onboardings onboardings,
      Transactions transactions,
      FactChanges facts,
      Clock clock) {
    this.store = store;
    this.onboardings = onboardings;
    this.transactions = transactions;
    this.facts = facts;
    this.clock = clock;
  }

  /** How many were seen to. One that fails is left for the next round. */
  Mono<Long> round() {
    return Mono.defer(() -> {
      LocalDate today = FinnishDays.dayOf(clock.instant());
      return store
          .expiredBefore(today)
          .collectList()
          .flatMapIterable(ids -> ids)
          .concatMap(id -> transactions.run(expire(id, today)).onErrorResume(this::later))
          .flatMap(this::putInForce, PUSHES)
          .count();
    });
  }

  private Mono<Taken> expire(UUID id, LocalDate today) {
    return onboardings
        .hold(id)
        .filter(held -> isDue(held, today))
        .flatMap(
            held -> onboardings.take(held, StepOrder.plain(Step.CERTIFICATE_EXPIRED, null), null));
  }

  private static boolean isDue(Held held, LocalDate today) {
    Progress progress = held.onboarding().progress();
    Certificate certificate = progress.certificate();
    return progress.isLive()
        && certificate != null
        && !progress.certificateExpired()
        && today.isAfter(certificate.validUntil());
  }

  /** Kafka brings it later when this can't be done now. */
  private Mono<Taken> putInForce(Taken taken) {
    return Mono.justOrEmpty(taken.change()).flatMap(facts::push).thenReturn(taken);
  }

  private Mono<Taken> later(Throwable error) {
    LOG.warn("a certificate that ran out waits for the next round: {}", Places.of(error));
    return Mono.empty();
  }
}
