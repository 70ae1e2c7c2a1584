package fi.lupa.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Kills one part of a running Lupa after the other (kill -9, and starts it again), round after
 * round, while batches of grants and record queries go on, until there were as many events as asked
 * for; then compares what the sources have with what the log has.
 */
final class KillBench {
  private static final List<String> PARTS =
      List.of(
          "gateway",
          "authorization-service",
          "disclosure-service",
          "audit-service",
          "consent-service",
          "issuer",
          "kafka",
          "postgres");
  private static final Duration UP = Duration.ofSeconds(3);

  private final Settings settings;
  private final Api api;
  private final LocalParts parts;

  KillBench(Settings settings, Api api, LocalParts parts) {
    this.settings = settings;
    this.api = api;
    this.parts = parts;
  }

  void run() throws IOException, InterruptedException, SQLException {
    System.out.println("Setting the scene ...");
    List<String> queries = new Scene(api).set(settings.clients());
    Reckoning reckoning = new Reckoning(settings);
    long before = reckoning.logged();
    AtomicBoolean going = new AtomicBoolean(true);
    KillLoad load = new KillLoad(api, queries, going);
    CompletableFuture<Void> batches = CompletableFuture.runAsync(load::batches);
    CompletableFuture<Void> asking = CompletableFuture.runAsync(load::queries);
    int kills = 0;
    long start = System.nanoTime();
    for (; reckoning.loggedOr(before) - before < settings.events(); kills++) {
      String part = PARTS.get(kills % PARTS.size());
      parts.kill(part);
      parts.start(part);
      System.out.printf(
          Locale.ROOT,
          "killed %s; %,d events, %,d queries answered, %,d failed%n",
          part,
          reckoning.loggedOr(before) - before,
          load.answered(),
          load.failed());
      TimeUnit.MILLISECONDS.sleep(UP.toMillis());
    }
    going.set(false);
    CompletableFuture.allOf(batches, asking).join();
    reckoning.awaitQuiet();
    Reckoning.Result result = reckoning.compare(load.acknowledged());
    System.out.printf(
        Locale.ROOT,
        """

        %d kills in %d s: %,d events came into the log; %,d queries were answered, %,d requests failed

        | | In the source | In the log | Lost | Doubled |
        |---|---|---|---|---|
        %s
        """,
        kills,
        Duration.ofNanos(System.nanoTime() - start).toSeconds(),
        reckoning.logged() - before,
        load.answered(),
        load.failed(),
        result.rows());
    if (!result.good()) {
      System.exit(1);
    }
  }
}
