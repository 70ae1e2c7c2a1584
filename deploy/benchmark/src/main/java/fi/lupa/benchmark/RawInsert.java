package fi.lupa.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What PostgreSQL takes at most of the same rows: into a table like the log's, with its key, 500
 * rows in each statement over arrays, each its own transaction, as many connections as the service
 * has listeners.
 */
final class RawInsert {
  private static final int BATCH = 500;
  private static final int WRITERS = 3;
  private static final String TABLE =
      """
      drop table if exists bench_raw;
      create table bench_raw (event_id uuid, time timestamptz, type text, data text,
        received_at timestamptz default clock_timestamp(), primary key (event_id, time))
      """;
  private static final String ADD =
      """
      insert into bench_raw (event_id, time, type, data)
      select * from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::text[])
      """;

  private final Settings settings;
  private final AccessEvents events;

  RawInsert(Settings settings, AccessEvents events) {
    this.settings = settings;
    this.events = events;
  }

  /** Gives rows per second. */
  double run(int rows) throws SQLException, InterruptedException {
    run(TABLE);
    long start = System.nanoTime();
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        work.add(() -> write(rows / WRITERS));
      }
      int written = 0;
      for (Future<Integer> done : writers.invokeAll(work)) {
        written += done.get();
      }
      return written / ((System.nanoTime() - start) / 1e9);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      run("drop table bench_raw");
    }
  }

  private int write(int rows) throws SQLException {
    int written = 0;
    try (Connection db = open();
        PreparedStatement add = db.prepareStatement(ADD)) {
      for (; written < rows; written += BATCH) {
        UUID[] ids = new UUID[BATCH];
        String[] times = new String[BATCH];
        String[] types = new String[BATCH];
        String[] data = new String[BATCH];
        for (int i = 0; i < BATCH; i++) {
          Instant now = Instant.now();
          ids[i] = UUID.randomUUID();
          times[i] = now.toString();
          types[i] = AccessEvents.TYPE;
          data[i] = events.json(ids[i], ids[i], now);
        }
        add.setArray(1, db.createArrayOf("uuid", ids));
        add.setArray(2, db.createArrayOf("timestamptz", times));
        add.setArray(3, db.createArrayOf("text", types));
        add.setArray(4, db.createArrayOf("text", data));
        add.executeUpdate();
      }
    }
    return written;
  }

  private void run(String sql) throws SQLException {
    try (Connection db = open();
        Statement statement = db.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection open() throws SQLException {
    return LogDatabase.open(settings);
  }
}
