package fi.lupa.platform.sql.direct;

import com.zaxxer.hikari.HikariDataSource;
import fi.lupa.platform.problem.Places;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessResourceException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.util.context.ContextView;

/**
 * Transactions over JDBC, each on a thread of its own from beginning to end: the same stores, about
 * a third of the processor time. As with {@link fi.lupa.platform.sql.Transactions} a caller who
 * goes away doesn't break what has begun, and waits ten seconds at most.
 *
 * <p>For work that is short and does nothing but ask the database and think.
 */
public final class DirectTransactions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DirectTransactions.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String READ_COMMITTED = "set transaction isolation level read committed";

  private final HikariDataSource connections;
  private final Duration patience;
  private final ExecutorService threads;

  DirectTransactions(HikariDataSource connections, Duration patience) {
    this.connections = connections;
    this.patience = patience;
    this.threads =
        Executors.newFixedThreadPool(
            connections.getMaximumPoolSize(),
            Thread.ofPlatform().name(connections.getPoolName() + "-", 1).factory());
  }

  /** Runs the work in a REPEATABLE READ transaction; an error signal rolls it back. */
  public <T> Mono<T> snapshot(Mono<T> work) {
    return shielded(work, List.of());
  }

  /**
   * Runs the work in a READ COMMITTED transaction: each statement sees what was committed before
   * it, as who locks a row and goes on from what it holds must.
   */
  public <T> Mono<T> run(Mono<T> work) {
    return shielded(work, List.of(READ_COMMITTED));
  }

  private <T> Mono<T> shielded(Mono<T> work, List<String> first) {
    return Mono.<T>deferContextual(
            chain -> {
              long asked = System.nanoTime();
              CompletableFuture<Signal<T>> outcome =
                  CompletableFuture.supplyAsync(
                      () ->
                          System.nanoTime() - asked > patience.toNanos()
                              ? busy()
                              : run(work, first, chain),
                      threads);
              return Mono.fromFuture(outcome, true).dematerialize();
            })
        .timeout(PATIENCE);
  }

  /** Its caller is told, or has gone long since: nothing is begun. */
  private static <T> Signal<T> busy() {
    return Signal.error(new TransientDataAccessResourceException("the database is busy"));
  }

  private <T> Signal<T> run(Mono<T> work, List<String> first, ContextView chain) {
    try (Connection connection = connections.getConnection()) {
      DirectTransaction transaction = new DirectTransaction(connection);
      first.forEach(statement -> transaction.later(statement, Bound.NONE));
      return run(work, chain, connection, transaction);
    } catch (SQLException e) {
      return Signal.error(Failures.translate(e));
    }
  }

  private static <T> Signal<T> run(
      Mono<T> work, ContextView chain, Connection connection, DirectTransaction transaction)
      throws SQLException {
    Signal<T> outcome =
        work.contextWrite(context -> transaction.into(context.putAll(chain)))
            .materialize()
            .blockOptional()
            .orElseThrow();
    if (outcome.isOnError()) {
      rollback(connection);
    } else {
      transaction.commit();
    }
    return outcome;
  }

  /** What went wrong first is what is told; a connection that can't do this is broken and goes. */
  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.info("a connection is given up: {}", Places.of(e));
    }
  }

  /** Waits for what has begun. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connections.close();
  }
}
