package fi.lupa.benchmark;

import fi.lupa.benchmark.Crowd.Client;
import fi.lupa.benchmark.machine.Cores;
import fi.lupa.benchmark.machine.Machine;
import fi.lupa.benchmark.machine.ProcessTimes;
import fi.lupa.benchmark.report.Matrix;
import fi.lupa.benchmark.report.Measured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The usage-right query by number of processors, of instances, and of documents of a client. The
 * load generator keeps to the same processors as Lupa.
 */
final class MatrixBench {
  private static final List<Integer> CORES = List.of(2, 4);
  private static final int CLOSER = 3;
  private static final int SECOND_GATEWAY = 12;
  private static final List<String> SECONDS =
      List.of("disclosure-service-2", "audit-service-2", "gateway-2");

  private final Settings settings;
  private final FreshLupa lupa;

  MatrixBench(Settings settings, FreshLupa lupa) {
    this.settings = settings;
    this.lupa = lupa;
  }

  /** Starts a Lupa of its own for it. */
  static Matrix alone(Settings settings, Path root, Path home)
      throws IOException, InterruptedException {
    System.out.println("Starting a Lupa of its own in " + home + " ...");
    try (FreshLupa lupa = FreshLupa.start(root, home, settings.port())) {
      return new MatrixBench(settings, lupa).run();
    }
  }

  Matrix run() throws IOException, InterruptedException {
    List<String> conditions = new ArrayList<>(List.of(Machine.here().text()));
    Api api = new Api(settings);
    Crowd crowd = new Crowd(api);
    System.out.printf(
        "Making %d clients with %d documents ...%n", settings.clients(), Scene.DOCUMENTS);
    List<Client> clients = crowd.make(settings.clients(), Scene.DOCUMENTS);
    Growth growth = Growth.make(settings, crowd);
    conditions.add(
        "%d clients with %d documents each; %d s a rate, after a start and %d s of warming up"
            .formatted(
                clients.size(),
                Scene.DOCUMENTS,
                settings.measured().toSeconds(),
                settings.warmUp().toSeconds()));
    Cores all = Cores.allowed();
    List<Matrix.Row> rows = new ArrayList<>();
    try {
      for (int count : CORES.stream().filter(count -> count <= all.count()).toList()) {
        for (int instances : List.of(1, 2)) {
          rows.add(row(api, all.first(count), instances, clients, growth));
        }
      }
    } finally {
      all.keepTo();
    }
    return new Matrix(conditions, rows);
  }

  private Matrix.Row row(Api api, Cores cores, int instances, List<Client> clients, Growth growth)
      throws IOException, InterruptedException {
    System.out.printf(
        "%n%d cores, %d instance%s:%n", cores.count(), instances, instances == 1 ? "" : "s");
    cores.keepTo();
    lupa.restart(cores.prefix());
    if (instances > 1) {
      for (String second : SECONDS) {
        lupa.startPart(cores.prefix(), second);
      }
    }
    List<URI> gateways =
        IntStream.range(0, instances)
            .mapToObj(i -> URI.create("http://127.0.0.1:" + (settings.port() + i * SECOND_GATEWAY)))
            .toList();
    Rates rates = new Rates(settings, CLOSER, new ProcessTimes(lupa.home()));
    Measured query =
        rates.of(
            "usage-right-query",
            "usage-right query",
            new Scenarios(api, gateways, clients).usageRightQuery());
    return new Matrix.Row(cores.count(), instances, query, growth.measure(api, gateways));
  }
}
