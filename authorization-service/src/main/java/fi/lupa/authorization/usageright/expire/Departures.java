package fi.lupa.authorization.usageright.expire;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.platform.problem.Problem;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/**
 * Takes note, in the transaction that changes an organisation, that its rights end with it. Record
 * queries are denied from that change on; the rights themselves end soon after, as of its moment.
 */
@Component
public final class Departures {
  private final DepartureStore store;
  private final ExpiryLoop loop;

  Departures(DepartureStore store, ExpiryLoop loop) {
    this.store = store;
    this.loop = loop;
  }

  /**
   * To be called while the organisation's row is held.
   *
   * @param at the moment of the change
   * @return an error RIGHTS_STILL_ENDING when it would join again before the rights it had are
   *     ended: they would come back to life for a moment
   */
  public Mono<Void> changed(Oid organisation, OrganisationStatus status, Instant at) {
    if (status == OrganisationStatus.JOINED) {
      return store
          .isPending(organisation)
          .filter(pending -> pending)
          .flatMap(pending -> Mono.error(Problem.of("RIGHTS_STILL_ENDING")));
    }
    return store
        .note(organisation, at)
        .filter(noted -> noted)
        .flatMap(noted -> TransactionSynchronizationManager.forCurrentTransaction())
        .doOnNext(transaction -> transaction.registerSynchronization(new KickAfterCommit()))
        .then();
  }

  private final class KickAfterCommit implements TransactionSynchronization {
    @Override
    public Mono<Void> afterCommit() {
      return Mono.fromRunnable(loop::kick);
    }
  }
}
