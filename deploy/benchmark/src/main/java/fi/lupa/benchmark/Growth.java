package fi.lupa.benchmark;

import fi.lupa.benchmark.Crowd.Client;
import fi.lupa.benchmark.rate.OpenLoad;
import fi.lupa.benchmark.rate.Step;
import fi.lupa.benchmark.report.Report.Size;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a usage-right query takes of clients with more and more documents, at a rate that leaves the
 * machine idle for the most; an answer has 200 of them at most.
 *
 * @param clients by how many documents each has
 */
record Growth(Settings settings, Map<Integer, List<Client>> clients) {
  private static final List<Integer> DOCUMENTS = List.of(1, 10, 100, 1_000);
  private static final int CLIENTS_EACH = 5;
  private static final double RATE = 20;

  static Growth make(Settings settings, Crowd crowd) throws InterruptedException {
    Map<Integer, List<Client>> clients = new LinkedHashMap<>();
    for (int documents : DOCUMENTS) {
      System.out.printf("Making %d clients with %d documents ...%n", CLIENTS_EACH, documents);
      clients.put(documents, crowd.make(CLIENTS_EACH, documents));
    }
    return new Growth(settings, clients);
  }

  List<Size> measure(Api api, List<URI> gateways) throws IOException, InterruptedException {
    List<Size> sizes = new ArrayList<>();
    for (Map.Entry<Integer, List<Client>> some : clients.entrySet()) {
      System.out.printf("clients with %d documents:%n", some.getKey());
      OpenLoad load =
          new OpenLoad(new Scenarios(api, gateways, some.getValue()).largestUsageRightQuery());
      load.run(RATE, settings.measured());
      Step step = load.run(RATE, settings.measured());
      Rates.tell(step);
      sizes.add(new Size(some.getKey(), step));
    }
    return sizes;
  }
}
