package fi.lupa.benchmark;

import fi.lupa.benchmark.Crowd.Client;
import fi.lupa.benchmark.machine.Machine;
import fi.lupa.benchmark.machine.ProcessTimes;
import fi.lupa.benchmark.rate.HighestRate;
import fi.lupa.benchmark.rate.OpenLoad;
import fi.lupa.benchmark.rate.Request;
import fi.lupa.benchmark.rate.Step;
import fi.lupa.benchmark.report.Compared;
import fi.lupa.benchmark.report.Measured;
import fi.lupa.benchmark.report.Report;
import fi.lupa.benchmark.report.Report.Grown;
import fi.lupa.benchmark.report.Report.Size;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Starts a Lupa of its own, fills it, lets requests come at rising rates until they are answered
 * too late, and writes what was seen. With {@code quick} only the usage-right query and the
 * citizen's log, in less than three minutes.
 */
final class FullBench {
  private static final Duration LIMIT = Duration.ofMillis(100);
  private static final double FIRST_RATE = 60;
  private static final double FIRST_BARE_RATE = 1_000;
  private static final List<Integer> DOCUMENTS = List.of(1, 10, 100, 1_000);
  private static final int CLIENTS_EACH = 5;
  private static final double GROWTH_RATE = 20;
  private static final int TRANSACTIONS = 8;
  private static final String GENERATOR = "load generator";

  private final Settings settings;
  private final Path root;
  private final Path home;
  private final boolean quick;

  FullBench(Settings settings, Path root, Path home, boolean quick) {
    this.settings = settings;
    this.root = root;
    this.home = home;
    this.quick = quick;
  }

  /** Runs it and gives what was seen. */
  Report run() throws IOException, InterruptedException, SQLException {
    Machine machine = Machine.here();
    List<String> conditions = new ArrayList<>();
    conditions.add(machine.text());
    Pgbench.require();
    say("Starting a Lupa of its own in " + home + " ...");
    try (FreshLupa lupa = FreshLupa.start(root, home, settings.port())) {
      if (!quick) {
        Duration ready = lupa.restart();
        conditions.add(
            String.format(
                Locale.ROOT, "`./lupa up` on its data until all is ready: %.1f s", seconds(ready)));
      }
      return measured(new ProcessTimes(lupa.home()), conditions);
    }
  }

  private Report measured(ProcessTimes processes, List<String> conditions)
      throws IOException, InterruptedException, SQLException {
    Api api = new Api(settings);
    Crowd crowd = new Crowd(api);
    say(
        "Making %d clients with %d documents each ..."
            .formatted(settings.clients(), Scene.DOCUMENTS));
    List<Client> clients = crowd.make(settings.clients(), Scene.DOCUMENTS);
    Scenarios scenarios = new Scenarios(api, settings.gateway(), clients);
    conditions.add(
        "%d clients with %d documents each; %d s a rate, after %d s of warming up"
            .formatted(
                clients.size(),
                Scene.DOCUMENTS,
                settings.measured().toSeconds(),
                settings.warmUp().toSeconds()));

    List<Measured> found = new ArrayList<>();
    found.add(
        scenario("usage-right-query", "usage-right query", scenarios.usageRightQuery(), processes));
    Compared database = database(clients, api);
    if (!quick) {
      found.add(
          scenario("disclosure-query", "disclosure query", scenarios.disclosureQuery(), processes));
      found.add(scenario("store", "store a document", scenarios.store(), processes));
    }
    found.add(
        scenario("citizens-log", "citizen's log, first page", scenarios.citizensLog(), processes));
    List<Grown> grown = quick ? List.of() : List.of(documentsOfAClient(api, crowd));
    if (!quick) {
      // last, because every one narrows what the queries give
      found.add(
          scenario(
              "prohibition-and-query",
              "one prohibition for nine disclosure queries",
              scenarios.prohibitionsAndQueries(),
              processes));
    }
    conditions.add(
        String.format(
            Locale.ROOT,
            "memory of all parts after the run: %,.0f MiB (proportional)",
            processes.residentMib()));
    Compared bare = bare(scenarios, (int) found.getFirst().found().steps().getFirst().bytesEach());
    return new Report(conditions, found, List.of(database, bare), grown);
  }

  private Measured scenario(
      String key, String name, Supplier<Request> requests, ProcessTimes processes) {
    say("%s: %d s of warming up ...".formatted(name, settings.warmUp().toSeconds()));
    OpenLoad load = new OpenLoad(requests);
    load.run(FIRST_RATE, settings.warmUp());
    Map<Step, Map<String, Duration>> used = new IdentityHashMap<>();
    HighestRate.Found found =
        search()
            .from(
                FIRST_RATE,
                rate -> {
                  Map<String, Duration> before = times(processes);
                  Step step = load.run(rate, settings.measured());
                  used.put(step, each(before, times(processes), step.micros().getTotalCount()));
                  say(step);
                  return step;
                });
    Map<String, Duration> cpu = found.highest().map(used::get).orElse(Map.of());
    return new Measured(key, name, found, cpu);
  }

  private HighestRate search() {
    return new HighestRate(LIMIT, quick ? 1 : 3);
  }

  private Compared bare(Scenarios scenarios, int bytes) throws IOException, InterruptedException {
    try (BareProcess process = BareProcess.start(settings, bytes)) {
      URI target = URI.create("http://127.0.0.1:" + settings.barePort() + "/bare");
      OpenLoad load = new OpenLoad(scenarios.usageRightQuery(target));
      say("bare endpoint: %d s of warming up ...".formatted(settings.warmUp().toSeconds()));
      load.run(FIRST_BARE_RATE, settings.warmUp());
      HighestRate.Found found =
          search()
              .from(
                  FIRST_BARE_RATE,
                  rate -> {
                    Step step = load.run(rate, settings.measured());
                    say(step);
                    return step;
                  });
      return new Compared(
          "bare",
          "bare endpoint",
          found.highest().map(Step::answered).orElse(0.0),
          "the same requests at rising rates; it checks the same tokens and answers as many bytes");
    }
  }

  private Compared database(List<Client> clients, Api api)
      throws IOException, InterruptedException, SQLException {
    say("the same SQL by pgbench, %d s ...".formatted(settings.measured().toSeconds()));
    String token = api.token("producer");
    SameSql sql = new SameSql(settings.port(), home);
    List<SameSql.Twice> transactions =
        sql.of(
            clients.stream()
                .limit(TRANSACTIONS)
                .<SameSql.Act>map(client ->
                    () ->
                        api.post(
                            "/v1/record-queries", token, Scene.query(client.code()), Set.of(200)))
                .toList());
    Pgbench pgbench = new Pgbench(settings.port(), home.resolve("pgbench"));
    double perSecond = pgbench.run(transactions, settings.measured());
    say(String.format(Locale.ROOT, "  %.0f/s", perSecond));
    return new Compared(
        "pgbench",
        "the query's SQL alone",
        perSecond,
        "pgbench, %d connections, what the service sent for %d clients, prepared, in its transactions"
            .formatted(Pgbench.CONNECTIONS, transactions.size()));
  }

  private Grown documentsOfAClient(Api api, Crowd crowd) throws IOException, InterruptedException {
    List<Size> sizes = new ArrayList<>();
    for (int documents : DOCUMENTS) {
      say("%d clients with %d documents ...".formatted(CLIENTS_EACH, documents));
      List<Client> clients = crowd.make(CLIENTS_EACH, documents);
      OpenLoad load =
          new OpenLoad(new Scenarios(api, settings.gateway(), clients).usageRightQuery());
      load.run(GROWTH_RATE, settings.measured());
      Step step = load.run(GROWTH_RATE, settings.measured());
      say(step);
      sizes.add(new Size(documents, step));
    }
    return new Grown("documents of a client", sizes);
  }

  private static Map<String, Duration> times(ProcessTimes processes) {
    Map<String, Duration> times = new HashMap<>(processes.now());
    times.put(GENERATOR, ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    return times;
  }

  private static Map<String, Duration> each(
      Map<String, Duration> before, Map<String, Duration> after, long answers) {
    Map<String, Duration> each = new HashMap<>();
    if (answers > 0) {
      after.forEach((part, time) ->
          each.put(part, time.minus(before.getOrDefault(part, Duration.ZERO)).dividedBy(answers)));
    }
    return each;
  }

  private static void say(Step step) {
    say(
        String.format(
            Locale.ROOT,
            "  %6.0f/s: %6.0f answered, p50 %.1f ms, p99 %.1f ms, %d errors%s",
            step.rate(),
            step.answered(),
            step.millis(50),
            step.millis(99),
            step.failed(),
            step.behind() ? ", given up" : ""));
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
