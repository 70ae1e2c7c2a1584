package fi.lupa.benchmark;

import fi.lupa.benchmark.Archive.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the usage-right query and storing through the gateway while the archive grows. The
 * clients who are asked for have twenty documents at every size, spread over what was added last.
 */
final class ArchiveBench {
  private static final int STORES = 300;
  private static final int WARM_UP_STORES = 100;

  private final JsonMapper json = JsonMapper.builder().build();
  private final Settings settings;
  private final Api api;
  private final Path root;
  private int person = ThreadLocalRandom.current().nextInt(1, 19_000_000);

  ArchiveBench(Settings settings, Api api, Path root) {
    this.settings = settings;
    this.api = api;
    this.root = root;
  }

  /** What was seen at a size. */
  private record Seen(Size size, Load.Result query, Histogram stores) {
    double queryMillis(double percentile) {
      return query.micros().getValueAtPercentile(percentile) / 1000.0;
    }

    double storeMillis(double percentile) {
      return stores.getValueAtPercentile(percentile) / 1000.0;
    }
  }

  void run() throws IOException, InterruptedException, SQLException {
    new Scene(api).organisations();
    List<DocumentKind> kinds = DocumentKind.in(schemas());
    int typical = Math.max(1, Math.min(settings.clients(), settings.documents().getFirst() / 100));
    List<Seen> seen = new ArrayList<>();
    try (Archive archive = Archive.open(settings, kinds)) {
      for (int documents : settings.documents()) {
        seen.add(measured(archive, documents, typical, seen.isEmpty()));
      }
    }
    report(seen, kinds.size(), typical);
    if (seen.stream().anyMatch(one -> one.query().errors() > 0)) {
      System.exit(1);
    }
  }

  /** National schemas where there are any, or Lupa's own samples. */
  private Path schemas() {
    return Stream.of(System.getenv().getOrDefault("LUPA_SCHEMAS", "").split(","))
        .filter(name -> !name.isBlank())
        .map(Path::of)
        .filter(Files::isDirectory)
        .findFirst()
        .or(() ->
            Stream.of(root.resolve("../shared/data/sosmeta"))
                .filter(Files::isDirectory)
                .findFirst())
        .orElse(root.resolve("contracts/src/main/resources/schemas"));
  }

  private Seen measured(Archive archive, int documents, int typical, boolean first)
      throws IOException, InterruptedException, SQLException {
    String county = api.token("county-north");
    List<String> queries = new ArrayList<>();
    List<UUID> clients = new ArrayList<>();
    for (int i = 0; i < typical; i++) {
      String code = TestPersons.identityCode(person++);
      JsonNode right =
          json.readTree(api.post("/v1/usage-rights", county, Scene.right(code), Scene.MADE));
      clients.add(archive.clientOf(right.path("id").asString()));
      queries.add(Scene.query(code));
    }
    archive.fill(documents, clients);
    Size size = archive.size();
    String producer = api.token("producer");
    for (String query : List.of(queries.getFirst(), queries.getLast())) {
      JsonNode answer = json.readTree(api.post("/v1/record-queries", producer, query, Set.of(200)));
      if (answer.path("documents").size() != Archive.TYPICAL) {
        throw new IllegalStateException(
            answer.path("documents").size() + " documents found of " + Archive.TYPICAL);
      }
    }
    Load load = new Load(settings.gateway().resolve("/v1/record-queries"), producer, queries);
    System.out.printf(Locale.ROOT, "Measuring at %,d documents ...%n", size.documents());
    // what runs first must not look slower for being colder
    Duration warmUp = first ? settings.warmUp().multipliedBy(6) : settings.warmUp();
    load.run(settings.connections(), warmUp);
    Load.Result result = load.run(settings.connections(), settings.measured());
    if (first) {
      stores(county, WARM_UP_STORES * 2);
    }
    stores(county, WARM_UP_STORES);
    return new Seen(size, result, stores(county, STORES));
  }

  /** One after the other, each of a client of its own. */
  private Histogram stores(String county, int times) throws IOException, InterruptedException {
    Histogram micros = new Histogram(Duration.ofSeconds(60).toMillis() * 1000, 3);
    for (int i = 0; i < times; i++) {
      int number = person++;
      String metadata = Scene.metadata(TestPersons.identityCode(number), number, 0);
      long sent = System.nanoTime();
      api.store(county, metadata, Scene.content(i));
      micros.recordValue((System.nanoTime() - sent) / 1000);
    }
    return micros;
  }

  private void report(List<Seen> seen, int kinds, int typical) {
    System.out.printf(
        Locale.ROOT,
        """

        %d cores, JDK %s, %d kinds of documents, queries over %d connections for %d clients with %d documents, stores over one, everything on this machine

        | Documents | Clients | Query/s | p50 ms | p99 ms | Ratio of p50 | errors | Store p50 ms | p99 ms | Ratio of p50 | Bytes per document | metadata | its indexes | content | its index |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
        """,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        kinds,
        settings.connections(),
        typical,
        Archive.TYPICAL);
    Seen least = seen.getFirst();
    for (Seen one : seen) {
      Size size = one.size();
      System.out.printf(
          Locale.ROOT,
          "| %,d | %,d | %.0f | %.1f | %.1f | %.2f | %d | %.1f | %.1f | %.2f | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f |%n",
          size.documents(),
          size.clients(),
          one.query().perSecond(),
          one.queryMillis(50),
          one.queryMillis(99),
          one.queryMillis(50) / least.queryMillis(50),
          one.query().errors(),
          one.storeMillis(50),
          one.storeMillis(99),
          one.storeMillis(50) / least.storeMillis(50),
          size.each(size.bytes()),
          size.each(size.metadata()),
          size.each(size.metadataIndexes()),
          size.each(size.contents()),
          size.each(size.contentIndexes()));
    }
  }
}
