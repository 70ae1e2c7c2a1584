package fi.lupa.platform.sql;

import java.time.Duration;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;

/**
 * The one way to a transaction. A caller that goes away (client disconnect, timeout) must not
 * cancel it half-way: a cancelled R2DBC transaction can hand its connection back to the pool still
 * open, and the writes of whoever gets that connection next report success and are lost (reproduced
 * in {@code TransactionsIT}). So the work is cut off from its caller's cancellation and always runs
 * to commit or rollback; the server's {@code idle_in_transaction_session_timeout} is the second
 * net.
 *
 * <p>A caller waits ten seconds at most and then gets a {@link
 * java.util.concurrent.TimeoutException}: the work may still be committed, as with any answer that
 * gets lost.
 */
public final class Transactions {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TransactionalOperator readCommitted;
  private final TransactionalOperator snapshot;
  private final Duration patience;

  public Transactions(ReactiveTransactionManager manager) {
    this(manager, PATIENCE);
  }

  Transactions(ReactiveTransactionManager manager, Duration patience) {
    this.patience = patience;
    this.readCommitted = operator(manager, TransactionDefinition.ISOLATION_READ_COMMITTED);
    this.snapshot = operator(manager, TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** Runs the work in a READ COMMITTED transaction; an error signal rolls it back. */
  public <T> Mono<T> run(Mono<T> work) {
    return shielded(readCommitted.transactional(work));
  }

  /** Runs the work in a REPEATABLE READ transaction: all its reads see one moment. */
  public <T> Mono<T> snapshot(Mono<T> work) {
    return shielded(snapshot.transactional(work));
  }

  /**
   * The outcome travels as a signal, so that the error of a transaction whose caller has gone isn't
   * logged with its message as a dropped one.
   */
  private <T> Mono<T> shielded(Mono<T> work) {
    return Mono.deferContextual(context ->
            Mono.fromFuture(work.contextWrite(context).materialize().toFuture(), true)
                .<T>dematerialize())
        .timeout(patience);
  }

  private static TransactionalOperator operator(ReactiveTransactionManager manager, int isolation) {
    DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
    definition.setIsolationLevel(isolation);
    return TransactionalOperator.create(manager, definition);
  }
}
