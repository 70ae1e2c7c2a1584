package fi.lupa.benchmark;

import fi.lupa.benchmark.StoredCount.Seen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * Measures how fast the audit-service takes events: it is stopped, its topic is filled, and one or
 * two instances are started on the backlog. What they take first warms them up and doesn't count.
 * Beside it, in the same run, a bare insert of the same rows.
 */
final class IngestBench {
  private static final String FIRST = "audit-service";
  private static final String SECOND = "audit-service-2";
  private static final int RAW_ROWS = 60_000;

  private final Settings settings;
  private final LocalParts parts;
  private final AccessEvents events;

  IngestBench(Settings settings, LocalParts parts) throws IOException {
    this.settings = settings;
    this.parts = parts;
    this.events = new AccessEvents(parts.root());
  }

  private record Run(String name, int events, double perSecond) {
    String row(double raw) {
      return String.format(
          Locale.ROOT, "| %s | %,d | %,.0f | %.2f |", name, events, perSecond, perSecond / raw);
    }
  }

  void run() throws IOException, InterruptedException, SQLException {
    RawInsert bare = new RawInsert(settings, events);
    bare.run(RAW_ROWS / 3);
    double raw = bare.run(RAW_ROWS);
    List<Run> runs = new ArrayList<>();
    runs.add(drain("one instance", List.of(FIRST)));
    runs.add(drain("two instances", List.of(FIRST, SECOND)));
    parts.stop(SECOND);
    double rawAfter = bare.run(RAW_ROWS);
    report(runs, raw, rawAfter);
  }

  private Run drain(String name, List<String> instances) throws IOException, InterruptedException {
    parts.stop(FIRST);
    parts.stop(SECOND);
    int warmUp = settings.events() / 2;
    System.out.printf(
        Locale.ROOT, "Sending %,d events, for %s ...%n", warmUp + settings.events(), name);
    try (EventFeed feed = new EventFeed(settings, events)) {
      feed.send(warmUp + settings.events());
    }
    CompletableFuture.allOf(
            instances.stream()
                .map(instance -> CompletableFuture.runAsync(() -> start(instance)))
                .toArray(CompletableFuture[]::new))
        .join();
    StoredCount stored =
        new StoredCount(
            instances.stream()
                .map(instance -> settings.port() + (instance.equals(FIRST) ? 4 : 10))
                .toList());
    Seen warm = stored.await(warmUp);
    Seen all = stored.await(warmUp + settings.events());
    return new Run(name, Math.toIntExact(all.events() - warm.events()), all.perSecondSince(warm));
  }

  private void start(String instance) {
    try {
      parts.start(instance);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void report(List<Run> runs, double raw, double rawAfter) {
    System.out.printf(
        Locale.ROOT,
        """

        %d cores, JDK %s, everything on this machine, the services with LUPA_JAVA_OPTS=%s

        | | Events | per second | ratio to the bare insert |
        |---|---|---|---|
        """,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        System.getenv().getOrDefault("LUPA_JAVA_OPTS", ""));
    double mean = (raw + rawAfter) / 2;
    runs.forEach(run -> System.out.println(run.row(mean)));
    System.out.printf(
        Locale.ROOT,
        "| bare insert of the same rows, before and after | %,d | %,.0f; %,.0f | 1 |%n",
        RAW_ROWS,
        raw,
        rawAfter);
  }
}
