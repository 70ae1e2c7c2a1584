package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import fi.lupa.audit.entry.LogRowColumns;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import fi.lupa.platform.loop.Loop;
import fi.lupa.testkit.Backends;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Not run with the tests: {@code ./mvnw -pl audit-service test -Dtest=ClearingSpeed}. Clears a
 * month of 200,000 events of 40,000 clients and drops it, while a hundred events a second come in.
 */
@DirtiesContext
class ClearingSpeed extends AuditIT {
  private static final int EVENTS = Integer.getInteger("lupa.events", 200_000);
  private static final int CLIENTS = 40_000;
  private static final UUID TEMPLATE = new UUID(0x1111_1111_1111_4111L, 0x8111_1111_1111_1111L);

  private static Backends.Database database;
  private static Sql sql;

  @Autowired
  @Qualifier("clearing")
  Loop clearing;

  private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor();

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    database = register(registry);
    sql = new Sql(database);
    registry.add("lupa.log.retention.look", () -> "100ms");
  }

  @BeforeEach
  void nothingIsClearedUntilAskedFor() {
    clearing.stop();
  }

  @Test
  void aMonthIsClearedAndDropped() throws Exception {
    fill();
    ClientRef alive = new ClientRef(UUID.randomUUID());
    sender.scheduleAtFixedRate(
        () -> topics.send(Events.read(alive, 1), Instant.now()), 0, 10, TimeUnit.MILLISECONDS);
    await()
        .until(() ->
            sql.number("select count(*) from log_entry where client_ref = '" + alive.value() + "'")
                > 500);
    arrivals("before", "epoch");
    for (int round = 0; round < 3; round++) {
      clear(round);
    }
    drop();
    sender.shutdown();
  }

  /** A third of what is there: as the compiler has seen more of it each time. */
  private void clear(int round) throws Exception {
    long left = left();
    long goal = round == 2 ? 0 : left - EVENTS / 3;
    String since = sql.text("select clock_timestamp()");
    long cpu = cpu();
    long postgres = postgres();
    long start = System.nanoTime();
    clearing.start();
    await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(250))
        .until(() -> left() <= goal);
    clearing.stop();
    double seconds = (System.nanoTime() - start) / 1e9;
    double cleared = left - left();
    System.out.printf(
        "SPEED %.0f events cleared in %.1f s: %.0f/s; %.0f us of the service's processor time and %.0f of PostgreSQL's for each, ingest in it%n",
        cleared,
        seconds,
        cleared / seconds,
        (cpu() - cpu) / 1e3 / cleared,
        (postgres() - postgres) * 1e3 / cleared);
    arrivals("clearing", since);
  }

  private static long left() throws SQLException {
    return sql.number("select count(*) from event_2005_03 where data is not null");
  }

  private void drop() throws Exception {
    sql.execute(
        "insert into log_anchor select size, 'somewhere', now(), now(), 'test' from log_tree");
    String since = sql.text("select clock_timestamp()");
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      long start = System.nanoTime();
      statement.execute("select drop_month('2005-03-01', 'test')");
      long done = System.nanoTime();
      try (ResultSet locks =
          statement.executeQuery(
              "select relation::regclass, mode, count(*) over () from pg_locks where pid = pg_backend_pid()"
                  + " and mode in ('ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock') and relation is not null")) {
        while (locks.next()) {
          System.out.printf("SPEED holds %s %s%n", locks.getString(1), locks.getString(2));
        }
      }
      connection.commit();
      System.out.printf(
          "SPEED dropped in %.0f ms, committed %.0f ms later%n",
          (done - start) / 1e6, (System.nanoTime() - done) / 1e6);
    }
    await()
        .until(() ->
            sql.number(
                    "select count(*) from event where received_at > '"
                        + since
                        + "'::timestamptz + interval '1 second'")
                > 0);
    arrivals("drop", since);
    assertThat(sql.number("select sum(events) from log_month_dropped")).isEqualTo(EVENTS);
  }

  private static void arrivals(String when, String since) throws SQLException {
    System.out.printf(
        "SPEED ingest, %s: %s%n",
        when,
        sql.text(
            """
            select count(*) || ' events, sent to kept p50 ' || percentile_cont(0.5) within group (order by ms)::int
              || ', p95 ' || percentile_cont(0.95) within group (order by ms)::int || ', most ' || max(ms)::int || ' ms'
            from (select extract(epoch from received_at - time) * 1000 as ms from event
              where time > '2020-01-01' and received_at > '%s') as one
            """
                .formatted(since)));
  }

  private static void fill() throws SQLException {
    Event event = Events.read(new ClientRef(TEMPLATE), 1);
    LogRowColumns row = LogRowColumns.of(java.util.List.of(event));
    String data = JsonMapper.shared().writeValueAsString(event).replace("'", "''");
    sql.execute("select ensure_month('2005-03-01 00:00Z')");
    sql.execute(
        """
        create table made as select n,
          ('0102bc00-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id,
          '2005-03-01 00:00Z'::timestamptz + n * interval '2600000 s' / %d as time,
          ('00000000-0000-4000-8000-' || lpad(to_hex(n::bigint * 7919 %% %d), 12, '0'))::uuid as client
        from generate_series(0, %d - 1) n
        """
            .formatted(EVENTS, CLIENTS, EVENTS));
    sql.execute(
        "insert into event (event_id, time, type, data) select id, time, '%s', replace('%s', '%s', client::text) from made"
            .formatted(EventType.of(event).ceType(), data, TEMPLATE));
    sql.execute(
        "insert into log_entry (client_ref, time, event_id, organisation, controllers, kind, basis, tasks) select client, time, id, '%s', '%s', %d, %d, %d from made"
            .formatted(
                row.organisations()[0],
                row.controllers()[0],
                row.kinds()[0],
                row.bases()[0],
                row.tasks()[0]));
    sql.execute(
        """
        with tree as (select size from log_tree for update), added as (
          insert into log_leaf (idx, hash, event_id, time, shown, rest, salts)
          select size + n, sha256(n::text::bytea), id, time, sha256('a'), sha256('b'), sha512(n::text::bytea) from made, tree
        )
        update log_tree set size = tree.size + %1$d,
          roots = decode(repeat('ab', 32 * bit_count((tree.size + %1$d)::bit(64))::int), 'hex') from tree
        """
            .formatted(EVENTS));
    sql.execute("drop table made");
    sql.execute("vacuum analyze");
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Milliseconds of all its processes that there are now. */
  private static long postgres() throws SQLException {
    return sql.rows("select pid from pg_stat_activity").stream()
        .mapToLong(ClearingSpeed::ticks)
        .sum();
  }

  private static long ticks(String pid) {
    try {
      String stat = Files.readString(Path.of("/proc", pid, "stat"));
      String[] part = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return 10 * (Long.parseLong(part[11]) + Long.parseLong(part[12]));
    } catch (IOException gone) {
      return 0;
    }
  }
}
