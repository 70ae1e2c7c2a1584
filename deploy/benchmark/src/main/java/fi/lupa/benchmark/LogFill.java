package fi.lupa.benchmark;

import fi.lupa.verify.tile.Tile;
import fi.lupa.verify.tree.Frontier;
import fi.lupa.verify.tree.Hasher;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import org.postgresql.PGConnection;

/**
 * The audit-service's database, filled past the service: accesses of the last two years, in the
 * order of time, of made-up clients with fifty entries each, and among them, spread over all that
 * is added, those of the clients who are measured. Each is a leaf of the log's tree, as if the
 * service had taken it in, so that the whole log can be verified.
 */
final class LogFill implements AutoCloseable {
  /** Entries of a client with a short log. */
  static final int SHORT = 10;

  /** Entries of a client with a long log, or half of what is added when that is less. */
  static final int LONG = 100_000;

  private static final int CHUNK = 20_000;
  private static final int MONTHS = 24;
  private static final String MONTHS_MADE =
      "select ensure_month(now() - make_interval(months => n)) from generate_series(0, %d) n";

  private static final String LOCK = "select size, roots from log_tree for update";
  private static final String GROW = "update log_tree set size = ?, roots = ?";

  private static final String BYTES =
      """
      select sum(pg_table_size(oid)) filter (where relname like 'event%'),
        sum(pg_indexes_size(oid)) filter (where relname like 'event%'),
        sum(pg_table_size(oid)) filter (where relname like 'log_entry%'),
        sum(pg_indexes_size(oid)) filter (where relname like 'log_entry%'),
        sum(pg_total_relation_size(oid)) filter (where relname in ('log_leaf', 'log_node'))
      from pg_class
      where relkind = 'r' and (relispartition and (relname like 'event%' or relname like 'log_entry%')
        or relname in ('log_leaf', 'log_node'))
      """;

  private final Connection db;
  private final AccessEvents events;
  private final SplittableRandom random = new SplittableRandom();

  LogFill(Settings settings, AccessEvents events) throws SQLException {
    this.db = LogDatabase.open(settings);
    this.events = events;
  }

  /** Bytes on disk. */
  record Size(
      long entries, long events, long eventIndexes, long places, long placeIndexes, long leaves) {
    double each(long some) {
      return (double) some / entries;
    }
  }

  /** When an entry is of, and whose. */
  record Place(Instant time, UUID client) {}

  /** What is added: the entries behind {@code before}, up to {@code until}. */
  private record Added(
      int before, int until, List<UUID> shortLogs, UUID longLog, Instant start, Instant end) {

    /** A short log's entries first, then the long one's, then all others'. */
    private Place place(int n, SplittableRandom random) {
      int count = until - before;
      int place = n - before - 1;
      long micros = start.until(end, ChronoUnit.MICROS);
      Instant time = start.plus((long) (micros * (place / (double) count)), ChronoUnit.MICROS);
      int each = count / (shortLogs.size() * SHORT);
      if (place % each == 0) {
        return new Place(time, shortLogs.get(place / each % shortLogs.size()));
      }
      if (place % (count / Math.min(LONG, count / 2)) == 1) {
        return new Place(time, longLog);
      }
      String other = "client" + random.nextInt(Math.max(until / 50, 1));
      return new Place(time, UUID.nameUUIDFromBytes(other.getBytes(StandardCharsets.US_ASCII)));
    }

    private List<Place> places(int first, SplittableRandom random) {
      List<Place> places = new ArrayList<>(CHUNK);
      for (int n = first + 1; n <= Math.min(until, first + CHUNK); n++) {
        places.add(place(n, random));
      }
      return places;
    }
  }

  /** Fills it up to a number of entries. */
  void fill(int until, List<UUID> shortLogs, UUID longLog) throws SQLException, IOException {
    int before = Math.toIntExact(entries());
    int count = until - before;
    if (count < 4 * shortLogs.size() * SHORT) {
      throw new IllegalStateException(before + " entries are there already, too many for " + until);
    }
    System.out.printf(Locale.ROOT, "Adding %,d entries ...%n", count);
    run(MONTHS_MADE.formatted(MONTHS));
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Instant then = now.minus(365 * MONTHS / 12, ChronoUnit.DAYS);
    Added added = new Added(before, until, shortLogs, longLog, then, now);
    long start = System.nanoTime();
    db.setAutoCommit(false);
    CompletableFuture<LogChunk> next = chunk(added, before);
    for (int first = before; first < until; first += CHUNK) {
      LogChunk chunk = next.join();
      next = chunk(added, first + CHUNK); // is made while this one is written
      write(chunk);
      int last = Math.min(until, first + CHUNK);
      if (last % 1_000_000 == 0) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
            Locale.ROOT, "  %,d, %,.0f per second%n", last, (last - before) / seconds);
      }
    }
    db.setAutoCommit(true);
    for (String table : List.of("event", "log_entry", "log_leaf")) {
      run("vacuum (analyze) " + table);
    }
  }

  private CompletableFuture<LogChunk> chunk(Added added, int first) {
    SplittableRandom own = random.split();
    return CompletableFuture.supplyAsync(
        () ->
            new LogChunk(
                added.places(first, own), events.text("{query}", "{client}", "{time}"), own),
        ForkJoinPool.commonPool());
  }

  private void write(LogChunk chunk) throws SQLException, IOException {
    copy("event (time, event_id, type, data)", chunk.events());
    copy(
        "log_entry (client_ref, time, event_id, organisation, controllers, kind, basis, tasks)",
        chunk.places());
    Frontier tree = locked();
    long first = tree.size();
    StringBuilder nodes = new StringBuilder();
    chunk
        .hashes()
        .forEach(leaf ->
            tree.append(
                leaf,
                (level, index, hash) -> {
                  if (level > 0 && level % Tile.HEIGHT == 0) {
                    nodes.append(level / Tile.HEIGHT).append('\t').append(index).append('\t');
                    nodes.append(LogChunk.hex(hash.bytes())).append('\n');
                  }
                }));
    copy("log_leaf (idx, time, event_id, hash, shown, rest, salts)", chunk.leaves(first));
    copy("log_node (level, idx, hash)", nodes.toString());
    try (PreparedStatement grow = db.prepareStatement(GROW)) {
      grow.setLong(1, tree.size());
      grow.setBytes(2, tree.roots());
      grow.executeUpdate();
    }
    db.commit();
  }

  private Frontier locked() throws SQLException {
    try (Statement ask = db.createStatement();
        ResultSet tree = ask.executeQuery(LOCK)) {
      tree.next();
      return Frontier.of(tree.getLong(1), tree.getBytes(2), new Hasher());
    }
  }

  private void copy(String columns, String lines) throws SQLException, IOException {
    db.unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy " + columns + " from stdin", new StringReader(lines));
  }

  private long entries() throws SQLException {
    return LogDatabase.number(db, "select count(*) from log_entry");
  }

  long entries(UUID client) throws SQLException {
    return LogDatabase.number(
        db, "select count(*) from log_entry where client_ref = '" + client + "'");
  }

  Size size() throws SQLException {
    try (Statement ask = db.createStatement();
        ResultSet row = ask.executeQuery(BYTES)) {
      row.next();
      return new Size(
          entries(),
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          row.getLong(4),
          row.getLong(5));
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = db.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    db.close();
  }
}
