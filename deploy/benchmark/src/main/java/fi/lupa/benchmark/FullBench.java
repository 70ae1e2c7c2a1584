package fi.lupa.benchmark;

import fi.lupa.benchmark.Crowd.Client;
import fi.lupa.benchmark.machine.Machine;
import fi.lupa.benchmark.machine.ProcessTimes;
import fi.lupa.benchmark.rate.HighestRate;
import fi.lupa.benchmark.rate.OpenLoad;
import fi.lupa.benchmark.rate.Step;
import fi.lupa.benchmark.report.Compared;
import fi.lupa.benchmark.report.Measured;
import fi.lupa.benchmark.report.Report;
import fi.lupa.benchmark.report.Report.Grown;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Starts a Lupa of its own, fills it, lets requests come at rising rates until they are answered
 * too late, and writes what was seen. With {@code quick} only the usage-right query and the
 * citizen's log, in less than three minutes.
 */
final class FullBench {
  private static final int CLOSER = 3;
  private static final double FIRST_BARE_RATE = 1_000;
  private static final int TRANSACTIONS = 8;

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
    if (!Pgbench.isThere()) {
      conditions.add("no pgbench here (Debian: postgresql-contrib): no ratio to the SQL alone");
    }
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
    Scenarios scenarios = new Scenarios(api, List.of(settings.gateway()), clients);
    conditions.add(
        "%d clients with %d documents each; %d s a rate, after %d s of warming up"
            .formatted(
                clients.size(),
                Scene.DOCUMENTS,
                settings.measured().toSeconds(),
                settings.warmUp().toSeconds()));

    Rates rates = new Rates(settings, quick ? 1 : CLOSER, processes);
    List<Measured> found = new ArrayList<>();
    found.add(rates.of("usage-right-query", "usage-right query", scenarios.usageRightQuery()));
    List<Compared> compared = new ArrayList<>();
    if (Pgbench.isThere()) {
      compared.add(database(clients, api));
    }
    if (!quick) {
      found.add(rates.of("disclosure-query", "disclosure query", scenarios.disclosureQuery()));
      found.add(rates.ofChanging("store", "store a document", scenarios.store()));
    }
    found.add(rates.of("citizens-log", "citizen's log, first page", scenarios.citizensLog()));
    List<Grown> grown =
        quick
            ? List.of()
            : List.of(
                new Grown(
                    "documents of a client (an answer has 200 at most)",
                    Growth.make(settings, crowd).measure(api, List.of(settings.gateway()))));
    if (!quick) {
      // last, because every one narrows what the queries give
      found.add(
          rates.ofChanging(
              "prohibition-and-query",
              "one prohibition for nine disclosure queries",
              scenarios.prohibitionsAndQueries()));
    }
    conditions.add(
        String.format(
            Locale.ROOT,
            "memory of all parts after the run: %,.0f MiB (proportional)",
            processes.residentMib()));
    compared.add(bare(scenarios, (int) found.getFirst().found().steps().getFirst().bytesEach()));
    return new Report(conditions, found, compared, grown);
  }

  private HighestRate search() {
    return new HighestRate(Rates.LIMIT, quick ? 1 : CLOSER);
  }

  private Compared bare(Scenarios scenarios, int bytes) throws IOException, InterruptedException {
    try (BareProcess process = BareProcess.start(settings, bytes)) {
      URI target = URI.create("http://127.0.0.1:" + settings.barePort() + "/bare");
      OpenLoad load = new OpenLoad(scenarios.usageRightQuery(target));
      say("bare endpoint: %d s of warming up ...".formatted(settings.warmUp().toSeconds()));
      load.run(FIRST_BARE_RATE, settings.warmUp());
      Duration begin = process.cpu();
      HighestRate.Found found =
          search()
              .from(
                  FIRST_BARE_RATE,
                  rate -> {
                    Step step = load.run(rate, settings.measured());
                    Rates.tell(step);
                    return step;
                  });
      return new Compared(
          "bare",
          "bare endpoint",
          found.highest().map(Step::answered).orElse(0.0),
          "the same requests at rising rates; it checks the same tokens and answers as many bytes",
          Rates.mean(found, process.cpu().minus(begin)));
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
            .formatted(Pgbench.CONNECTIONS, transactions.size()),
        0);
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
