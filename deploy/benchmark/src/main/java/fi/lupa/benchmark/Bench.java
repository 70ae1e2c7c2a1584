package fi.lupa.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Measures the usage-right query (twenty documents' metadata, its durable record and its event)
 * through the gateway of a running Lupa, and a bare endpoint with the same token check and answer
 * size in the same run.
 */
public final class Bench {
  private static final List<String> SERVICE_FLAGS = List.of("-XX:+UseSerialGC", "-Xmx192m");

  private Bench() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    Settings settings = Settings.of(arguments);
    Api api = new Api(settings);
    if (List.of(arguments).contains("batch")) {
      new BatchBench(settings, api, Path.of(System.getProperty("lupa.home", ".lupa"))).run();
      return;
    }
    if (List.of(arguments).contains("archive")) {
      new ArchiveBench(settings, api, Path.of(System.getProperty("lupa.root", "."))).run();
      return;
    }
    System.out.println("Setting the scene ...");
    List<String> queries = new Scene(api).set(settings.clients());
    String token = api.token("producer");
    int size = api.post("/v1/record-queries", token, queries.getFirst(), Set.of(200)).length();
    Load lupa = new Load(settings.gateway().resolve("/v1/record-queries"), token, queries);
    Load.Result query = measure("usage-right query", lupa, settings);
    Load.Result bare;
    try (BareProcess process = BareProcess.start(settings, size, SERVICE_FLAGS)) {
      URI target = URI.create("http://127.0.0.1:" + settings.barePort() + "/bare");
      bare = measure("bare endpoint", new Load(target, token, queries), settings);
    }
    report(settings, size, query, bare);
    if (query.errors() + bare.errors() > 0) {
      System.exit(1);
    }
  }

  private static Load.Result measure(String name, Load load, Settings settings) {
    System.out.printf(
        "Measuring the %s: %d s warm-up, %d s ...%n",
        name, settings.warmUp().toSeconds(), settings.measured().toSeconds());
    load.run(settings.connections(), settings.warmUp());
    return load.run(settings.connections(), settings.measured());
  }

  private static void report(Settings settings, int size, Load.Result query, Load.Result bare) {
    System.out.printf(
        Locale.ROOT,
        """

        %d cores, JDK %s, %d connections, %d clients with 20 documents, answer %d bytes, everything on this machine

        | | per second | p50 ms | p99 ms | errors |
        |---|---|---|---|---|
        %s
        %s

        Ratio of the query to the bare endpoint: %.3f
        """,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        settings.connections(),
        settings.clients(),
        size,
        row("usage-right query through the gateway", query),
        row("bare endpoint", bare),
        query.perSecond() / bare.perSecond());
  }

  private static String row(String name, Load.Result result) {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.1f | %.1f | %d |",
        name,
        result.perSecond(),
        millis(result, 50),
        millis(result, 99),
        result.errors());
  }

  private static double millis(Load.Result result, double percentile) {
    return Duration.ofNanos(result.micros().getValueAtPercentile(percentile) * 1000).toNanos()
        / 1e6;
  }
}
