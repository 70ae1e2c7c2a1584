package fi.lupa.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The audit-service's database, filled past the service: accesses of the last two years, in the
 * order of time, of made-up clients with fifty entries each, and among them, spread over all that
 * is added, those of the clients who are measured.
 */
final class LogFill implements AutoCloseable {
  /** Entries of a client with a short log. */
  static final int SHORT = 10;

  /** Entries of a client with a long log, or half of what is added when that is less. */
  static final int LONG = 100_000;

  private static final int CHUNK = 50_000;
  private static final int MONTHS = 24;
  private static final String MONTHS_MADE =
      "select ensure_month(now() - make_interval(months => n)) from generate_series(0, %d) n";

  /** A short log's entries first, then the long one's, then all others'. */
  private static final String FILL =
      """
      with settings as (select ?::bigint as before, ?::bigint as until, ?::bigint as first, ?::bigint as last,
          ?::uuid[] as short, ?::uuid as long, ?::int as each_short, ?::int as long_size, ?::text as data),
      picked as (
        select s.data, n, md5(n::text) as hash,
          now() - interval '%1$d months' * ((until - n + 1)::float8 / (until - before + 1)) as at,
          case
            when (n - before) %% each_short = 0
              then short[1 + ((n - before) / each_short) %% cardinality(short)]
            when (n - before) %% ((until - before) / long_size) = 1 then long
            else md5('client' || hashint8(n) %% greatest((until / 50)::int, 1))::uuid
          end as client
        from settings s, generate_series(s.first + 1, s.last) n),
      made as materialized (
        select client, at, data, (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(hash, 1, 3)
            || '8' || substr(hash, 5, 15))::uuid as id
        from picked),
      entry as (
        insert into log_entry (client_ref, time, event_id, organisation, controllers, kind, basis, tasks)
        select client, at, id, '4f0c6a1e-9d3b-8c7f-8e2a-b1d4f6a7c9e0', '{5f0c6a1e-9d3b-8c7f-8e2a-b1d4f6a7c9e0}', 1, 2, 4 from made)
      insert into event (event_id, time, type, data)
      select id, at, '%2$s', replace(replace(replace(data, '{query}', id::text), '{client}', client::text), '{time}',
        to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
      from made
      """
          .formatted(MONTHS, AccessEvents.TYPE);

  private static final String BYTES =
      """
      select sum(pg_table_size(oid)) filter (where relname like 'event%'),
        sum(pg_indexes_size(oid)) filter (where relname like 'event%'),
        sum(pg_table_size(oid)) filter (where relname like 'log_entry%'),
        sum(pg_indexes_size(oid)) filter (where relname like 'log_entry%')
      from pg_class where relkind = 'r' and relispartition and (relname like 'event%' or relname like 'log_entry%')
      """;

  private final Connection db;
  private final AccessEvents events;

  LogFill(Settings settings, AccessEvents events) throws SQLException {
    this.db = LogDatabase.open(settings);
    this.events = events;
  }

  /** Bytes on disk. */
  record Size(long entries, long events, long eventIndexes, long places, long placeIndexes) {
    double each(long some) {
      return (double) some / entries;
    }
  }

  /** Fills it up to a number of entries. */
  void fill(int until, List<UUID> shortLogs, UUID longLog) throws SQLException {
    int before = Math.toIntExact(entries());
    int added = until - before;
    if (added < 4 * shortLogs.size() * SHORT) {
      throw new IllegalStateException(before + " entries are there already, too many for " + until);
    }
    System.out.printf(Locale.ROOT, "Adding %,d entries ...%n", added);
    run(MONTHS_MADE.formatted(MONTHS));
    long start = System.nanoTime();
    for (int first = before; first < until; first += CHUNK) {
      int last = Math.min(until, first + CHUNK);
      try (PreparedStatement fill = db.prepareStatement(FILL)) {
        fill.setLong(1, before);
        fill.setLong(2, until);
        fill.setLong(3, first);
        fill.setLong(4, last);
        fill.setArray(5, db.createArrayOf("uuid", shortLogs.toArray()));
        fill.setObject(6, longLog);
        fill.setInt(7, added / (shortLogs.size() * SHORT));
        fill.setInt(8, Math.min(LONG, added / 2));
        fill.setString(9, events.text("{query}", "{client}", "{time}"));
        fill.executeUpdate();
      }
      if (last % 1_000_000 == 0) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
            Locale.ROOT, "  %,d, %,.0f per second%n", last, (last - before) / seconds);
      }
    }
    run("vacuum (analyze) event");
    run("vacuum (analyze) log_entry");
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
      return new Size(entries(), row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
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
