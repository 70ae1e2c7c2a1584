package fi.lupa.benchmark;

import fi.lupa.benchmark.machine.Machine;
import fi.lupa.benchmark.report.Figures;
import fi.lupa.benchmark.report.Matrix;
import fi.lupa.benchmark.report.Report;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code ./lupa bench}: what is measured stands in docs/performance.md. */
public final class Bench {
  private static final int PORT = 18_080;
  private static final int USAGE = 2;

  private static final Map<String, String> FULL =
      Map.of("port", String.valueOf(PORT), "clients", "300", "seconds", "8", "warmup", "60");
  private static final Map<String, String> QUICK =
      Map.of("port", String.valueOf(PORT), "clients", "60", "seconds", "4", "warmup", "12");

  private static final Map<String, String> MATRIX =
      Map.of("port", String.valueOf(PORT), "clients", "100", "seconds", "5", "warmup", "90");

  private Bench() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    try {
      Wish wish = Wish.of(List.of(arguments));
      if (wish.act().isPresent()) {
        run(wish, wish.act().get());
      } else {
        System.out.print(Act.usage());
      }
    } catch (Wish.NotUnderstood e) {
      System.err.println(e.getMessage());
      System.err.print(Act.usage());
      System.exit(USAGE);
    }
  }

  private static void run(Wish wish, Act act)
      throws IOException, InterruptedException, SQLException {
    Path root = Path.of(System.getProperty("lupa.root", ".")).toAbsolutePath();
    Path home = Path.of(System.getProperty("lupa.home", ".lupa")).toAbsolutePath();
    Settings running = Settings.of(Map.of(), wish.settings());
    Api api = new Api(running);
    LocalParts parts = new LocalParts(root, home, running.port());
    switch (act) {
      case FULL, QUICK -> full(wish, act == Act.QUICK, root, home);
      case MATRIX -> matrix(wish, root, home);
      case LOOP -> closedLoop(running, api);
      case BATCH -> new BatchBench(running, api, home).run();
      case ARCHIVE -> new ArchiveBench(running, api, root).run();
      case INGEST -> new IngestBench(running, parts).run();
      case VISIBLE -> new VisibleBench(running, api).run();
      case LOG -> new LogBench(running, api, new AccessEvents(root)).run();
      case KILL -> new KillBench(running, api, parts).run();
    }
  }

  private static void full(Wish wish, boolean quick, Path root, Path home)
      throws IOException, InterruptedException, SQLException {
    Settings settings = Settings.of(quick ? QUICK : FULL, wish.settings());
    Path file = root.resolve("deploy/benchmark/figures.json");
    Figures figures = Figures.read(file);
    String machine = Machine.here().kind();
    boolean guarded = wish.has("guard") || wish.has("guard-cpu");
    Figures kept = wish.has("guard") ? figures : figures.ofProcessors();
    if (guarded && !kept.know(machine)) {
      System.out.println("Nothing to hold a run against: no figures of " + machine);
      if (quick && !wish.has("record")) {
        return;
      }
    }
    Map<String, Double> ratios = measured(settings, root, home, quick);
    if (guarded && !kept.worse(machine, ratios).isEmpty()) {
      System.out.println("Worse than what is kept; once more, since a machine may be disturbed:");
      ratios = Figures.better(ratios, measured(settings, root, home, quick));
    }
    if (wish.has("record")) {
      figures.with(machine, ratios).write(file);
    }
    if (!quick) {
      matrix(wish, root, home);
    }
    if (guarded) {
      List<String> worse = kept.worse(machine, ratios);
      worse.forEach(sentence -> System.err.println("Slower by more than half: " + sentence));
      if (!worse.isEmpty()) {
        System.exit(1);
      }
    }
  }

  private static Map<String, Double> measured(
      Settings settings, Path root, Path home, boolean quick)
      throws IOException, InterruptedException, SQLException {
    Report report = new FullBench(settings, root, home.resolve("bench"), quick).run();
    Path written = report.write(home.resolve("bench-report"));
    System.out.println(report.markdown());
    System.out.println("Report: " + written);
    return Figures.ratios(report);
  }

  private static void matrix(Wish wish, Path root, Path home)
      throws IOException, InterruptedException {
    Settings settings = Settings.of(MATRIX, wish.settings());
    Matrix matrix = MatrixBench.alone(settings, root, home.resolve("bench"));
    Path written = matrix.write(home.resolve("bench-report"));
    System.out.println(matrix.markdown());
    System.out.println("Report: " + written);
  }

  /** As many requests as so many connections bear, on a Lupa that runs already. */
  private static void closedLoop(Settings settings, Api api)
      throws IOException, InterruptedException {
    System.out.println("Setting the scene ...");
    List<String> queries = new Scene(api).set(settings.clients());
    String token = api.token("producer");
    int size = api.post("/v1/record-queries", token, queries.getFirst(), Set.of(200)).length();
    Load lupa = new Load(settings.gateway().resolve("/v1/record-queries"), token, queries);
    Load.Result query = measure("usage-right query", lupa, settings);
    Load.Result bare;
    try (BareProcess process = BareProcess.start(settings, size)) {
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
    return result.micros().getValueAtPercentile(percentile) / 1000.0;
  }
}
