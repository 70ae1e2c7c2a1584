package fi.lupa.platform.sql.direct;

import io.r2dbc.spi.Readable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * One transaction on one connection, used by one thread at a time. What only writes waits until
 * something is read or all is done, and then goes to the database together with that or with {@code
 * COMMIT}: so reading once and writing twice takes two round trips, for the driver also sends
 * {@code BEGIN} with the first statement. A write's error is therefore told later, at the latest by
 * the commit.
 */
public final class DirectTransaction {
  private static final String COMMIT = "commit";

  private final Connection connection;
  private final List<Write> writes = new ArrayList<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private boolean begun;

  DirectTransaction(Connection connection) {
    this.connection = connection;
  }

  /** A statement that waits. */
  private record Write(Wording wording, Bound values) {}

  /** The transaction that the chain runs in, null when it runs in none of this kind. */
  public static @Nullable DirectTransaction of(ContextView chain) {
    return chain.getOrDefault(DirectTransaction.class, null);
  }

  Context into(Context chain) {
    return chain.put(DirectTransaction.class, this);
  }

  /**
   * Does something once all is durable, and not at all otherwise. From here on the transaction has
   * begun in the database, too, even if nothing was sent before: an event's time must not lie
   * before its transaction's (the relay's watermarks rely on it).
   */
  public void afterCommit(Runnable act) {
    if (!begun) {
      read("select 1", Bound.NONE, row -> 1);
    }
    afterCommit.add(act);
  }

  void later(String statement, Bound values) {
    writes.add(new Write(Wording.of(statement), values));
  }

  <R> List<R> read(String statement, Bound values, Function<? super Readable, ? extends R> row) {
    Wording wording = Wording.of(statement);
    try (PreparedStatement prepared = prepare(waiting(wording.text()))) {
      bind(prepared, bindWaiting(prepared), wording, values);
      prepared.execute();
      for (int before = 0; before < writes.size(); before++) {
        prepared.getMoreResults();
      }
      writes.clear();
      try (ResultSet result = prepared.getResultSet()) {
        List<R> rows = new ArrayList<>();
        DirectRow current = new DirectRow(result);
        while (result.next()) {
          rows.add(row.apply(current));
        }
        return rows;
      }
    } catch (SQLException e) {
      throw Failures.translate(e);
    }
  }

  long update(String statement, Bound values) {
    Wording wording = Wording.of(statement);
    try (PreparedStatement prepared = prepare(waiting(wording.text()))) {
      bind(prepared, bindWaiting(prepared), wording, values);
      prepared.execute();
      for (int before = 0; before < writes.size(); before++) {
        prepared.getMoreResults();
      }
      writes.clear();
      return prepared.getUpdateCount();
    } catch (SQLException e) {
      throw Failures.translate(e);
    }
  }

  void commit() throws SQLException {
    if (!writes.isEmpty()) {
      try (PreparedStatement prepared = prepare(waiting(COMMIT))) {
        bindWaiting(prepared);
        prepared.execute();
      }
      writes.clear();
    }
    // sends nothing more: the driver knows that the transaction is over
    connection.commit();
    afterCommit.forEach(Runnable::run);
  }

  /** All that waits, and something after it. */
  private String waiting(String last) {
    return Stream.concat(writes.stream().map(write -> write.wording().text()), Stream.of(last))
        .collect(Collectors.joining(";"));
  }

  /** Gives the place of the first value of what comes after what waits. */
  private int bindWaiting(PreparedStatement prepared) throws SQLException {
    int next = 1;
    for (Write write : writes) {
      next = bind(prepared, next, write.wording(), write.values());
    }
    return next;
  }

  private PreparedStatement prepare(String text) throws SQLException {
    begun = true;
    return connection.prepareStatement(text);
  }

  private static int bind(PreparedStatement prepared, int first, Wording wording, Bound values)
      throws SQLException {
    int next = first;
    for (int place : wording.places()) {
      Values.bind(prepared, next++, values.get(place));
    }
    return next;
  }
}
