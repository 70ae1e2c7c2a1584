package fi.lupa.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures from an access, as the professional's system saw it answered, to the first answer of the
 * citizen's log that has it, through the gateway: with nothing else to do, and while other accesses
 * go on as fast as the system can. One citizen reads over and over; the reading is part of what is
 * measured.
 */
final class VisibleBench {
  private static final int QUIET_ACCESSES = 200;
  private static final Duration LOST = Duration.ofSeconds(60);

  private final JsonMapper json = JsonMapper.builder().build();
  private final Settings settings;
  private final Api api;

  VisibleBench(Settings settings, Api api) {
    this.settings = settings;
    this.api = api;
  }

  void run() throws IOException, InterruptedException {
    System.out.println("Setting the scene ...");
    Scene scene = new Scene(api);
    List<String> queries = scene.set(settings.clients());
    String token = api.token("producer");
    Prober prober = new Prober(scene.codes().getFirst(), queries.getFirst(), token);
    List<String> others = queries.subList(1, queries.size());
    Load load = new Load(settings.gateway().resolve("/v1/record-queries"), token, others);
    load.run(settings.connections(), settings.warmUp());
    Histogram quiet = prober.measure(System.nanoTime() + LOST.toNanos(), QUIET_ACCESSES);
    CompletableFuture<Load.Result> loaded =
        CompletableFuture.supplyAsync(() -> load.run(settings.connections(), settings.measured()));
    Histogram busy =
        prober.measure(System.nanoTime() + settings.measured().toNanos(), Integer.MAX_VALUE);
    report(quiet, busy, loaded.join());
  }

  /** Somebody whose data is asked for, again and again, and who looks until it is in the log. */
  private final class Prober {
    private final String citizen;
    private final String query;
    private final String token;

    Prober(String code, String query, String token) throws IOException, InterruptedException {
      this.citizen = api.citizenToken(code);
      this.query = query;
      this.token = token;
    }

    Histogram measure(long end, int times) throws IOException, InterruptedException {
      Histogram micros = new Histogram(LOST.toMillis() * 1000, 3);
      String newest = newest();
      while (System.nanoTime() < end && micros.getTotalCount() < times) {
        api.post("/v1/record-queries", token, query, Set.of(200));
        long answered = System.nanoTime();
        String before = newest;
        while (newest.equals(before)) {
          if (System.nanoTime() - answered > LOST.toNanos()) {
            throw new IllegalStateException("an access isn't in the log after " + LOST);
          }
          newest = newest();
        }
        micros.recordValue((System.nanoTime() - answered) / 1000);
      }
      return micros;
    }

    private String newest() throws IOException, InterruptedException {
      return json.readTree(api.get("/v1/my/log?limit=1", citizen, Set.of(200)))
          .path("items")
          .path(0)
          .path("id")
          .asString("");
    }
  }

  private void report(Histogram quiet, Histogram busy, Load.Result load) {
    System.out.printf(
        Locale.ROOT,
        """

        %d cores, JDK %s, everything on this machine; load: %.0f accesses/s over %d connections, p50 %.1f ms, %d errors

        | From access to visible | accesses | p50 ms | p95 ms | p99 ms | max ms |
        |---|---|---|---|---|---|
        %s
        %s
        """,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        load.perSecond(),
        settings.connections(),
        load.micros().getValueAtPercentile(50) / 1000.0,
        load.errors(),
        row("nothing else going on", quiet),
        row("under load", busy));
  }

  private static String row(String name, Histogram micros) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.0f | %.0f | %.0f | %.0f |",
        name,
        micros.getTotalCount(),
        micros.getValueAtPercentile(50) / 1000.0,
        micros.getValueAtPercentile(95) / 1000.0,
        micros.getValueAtPercentile(99) / 1000.0,
        micros.getMaxValue() / 1000.0);
  }
}
