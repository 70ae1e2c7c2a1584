package fi.lupa.platform.sql;

import fi.lupa.platform.sql.direct.DirectTransaction;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** What is done once the transaction at hand, of whichever kind, is durable. */
public final class AfterCommit {
  private AfterCommit() {}

  /** Completes when the act is noted; an error when there is no transaction. */
  public static Mono<Void> run(Runnable act) {
    return Mono.deferContextual(chain -> {
      DirectTransaction direct = DirectTransaction.of(chain);
      if (direct != null) {
        direct.afterCommit(act);
        return Mono.empty();
      }
      return TransactionSynchronizationManager.forCurrentTransaction()
          .doOnNext(transaction ->
              transaction.registerSynchronization(
                  new TransactionSynchronization() {
                    @Override
                    public Mono<Void> afterCommit() {
                      return Mono.fromRunnable(act);
                    }
                  }))
          .then();
    });
  }
}
