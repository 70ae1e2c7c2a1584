package fi.lupa.benchmark;

import fi.lupa.benchmark.Memory.Sample;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures a batch of grants through the gateway of a running Lupa, with the service's memory
 * meanwhile; beside it, in the same run, grants one by one, before and during a batch.
 */
final class BatchBench {
  private static final Duration LOOK = Duration.ofMillis(200);

  private final JsonMapper json = JsonMapper.builder().build();
  private final AtomicInteger persons =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(1, 19_000_000));
  private final Settings settings;
  private final Api api;
  private final Memory memory;

  BatchBench(Settings settings, Api api, Path home) {
    this.settings = settings;
    this.api = api;
    this.memory = new Memory(settings.port(), home);
  }

  /** How a batch went; times in seconds. */
  private record Run(
      int lines,
      double upload,
      double done,
      double effective,
      Sample before,
      Sample most,
      Sample after) {}

  void run() throws IOException, InterruptedException {
    new Scene(api).organisations();
    String county = api.token("county-north");
    Grants grants = new Grants(settings, county, persons::getAndIncrement);
    System.out.println("Warming up ...");
    grants.run(settings.connections(), until(settings.warmUp()));
    batch(county, Math.min(settings.lines(), 5_000));
    System.out.println("Measuring grants one by one ...");
    Grants.Result many = grants.run(settings.connections(), until(settings.measured()));
    Grants.Result alone = grants.run(1, until(settings.measured()));
    System.out.printf("Measuring a batch of %d grants ...%n", settings.lines());
    Run run = batch(county, settings.lines());
    System.out.println("Measuring grants one by one during another batch ...");
    AtomicBoolean running = new AtomicBoolean(true);
    CompletableFuture<Grants.Result> during =
        CompletableFuture.supplyAsync(() -> grants.run(1, running::get));
    Run disturbed = batch(county, settings.lines());
    running.set(false);
    report(run, disturbed, many, alone, during.join());
  }

  private Run batch(String county, int lines) throws IOException, InterruptedException {
    Path file = Files.createTempFile("batch", ".ndjson");
    try {
      write(file, lines);
      Sample before = memory.sample();
      Sample[] most = {before};
      long start = System.nanoTime();
      CompletableFuture<String> upload =
          CompletableFuture.supplyAsync(() -> api.upload("/v1/usage-rights/batches", county, file));
      while (!upload.isDone()) {
        look(most);
      }
      double uploaded = seconds(start);
      String path =
          "/v1/usage-rights/batches/" + json.readTree(upload.join()).path("id").asString();
      double done = 0;
      JsonNode batch;
      do {
        look(most);
        batch = json.readTree(api.get(path, county, Set.of(200)));
        if (done == 0 && batch.has("finishedAt")) {
          done = seconds(start);
        }
      } while (done == 0 || !batch.path("effective").asBoolean());
      if (batch.path("done").asInt() != lines) {
        throw new IllegalStateException("not all done: " + batch);
      }
      double effective = seconds(start);
      api.get(path + "/lines", county, Set.of(200), "application/x-ndjson");
      look(most);
      return new Run(lines, uploaded, done, effective, before, most[0], settled());
    } finally {
      Files.delete(file);
    }
  }

  /** The least of the next seconds: what a collection leaves. */
  private Sample settled() throws IOException, InterruptedException {
    Sample least = memory.sample();
    for (int i = 0; i < 25; i++) {
      TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
      least = least.min(memory.sample());
    }
    return least;
  }

  private void look(Sample[] most) throws IOException, InterruptedException {
    TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
    most[0] = most[0].max(memory.sample());
  }

  private void write(Path file, int lines) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < lines; i++) {
        String right = Scene.right(TestPersons.identityCode(persons.getAndIncrement()));
        out.write("{\"ref\":\"L-" + i + "\",\"grant\":" + right.replaceAll("\\s", "") + "}\n");
      }
    }
  }

  private void report(
      Run run, Run disturbed, Grants.Result many, Grants.Result alone, Grants.Result during) {
    double rate = run.lines() / run.done();
    System.out.printf(
        Locale.ROOT,
        """

        %d cores, JDK %s, everything on this machine

        | | per second | p50 ms | p99 ms | errors |
        |---|---|---|---|---|
        %s
        %s
        %s

        | batch of %d grants | seconds | lines per second | resident MiB before, most, after | heap MiB before, most, after |
        |---|---|---|---|---|
        | received | %.1f | %.0f | | |
        | done | %.1f | %.0f | %.0f, %.0f, %.0f | %.0f, %.0f, %.0f |
        | in force | %.1f | %.0f | | |
        | done, with grants one by one meanwhile | %.1f | %.0f | | |

        Ratio of the batch to grants one by one over %d connections: %.1f, over one: %.1f
        """,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        row("grants one by one, " + settings.connections() + " connections", many),
        row("grants one by one, 1 connection", alone),
        row("the same during a batch", during),
        run.lines(),
        run.upload(),
        run.lines() / run.upload(),
        run.done(),
        rate,
        run.before().resident(),
        run.most().resident(),
        run.after().resident(),
        run.before().heap(),
        run.most().heap(),
        run.after().heap(),
        run.effective(),
        run.lines() / run.effective(),
        disturbed.done(),
        disturbed.lines() / disturbed.done(),
        settings.connections(),
        rate / many.perSecond(),
        rate / alone.perSecond());
  }

  private static String row(String name, Grants.Result result) {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.1f | %.1f | %d |",
        name,
        result.perSecond(),
        result.millis(50),
        result.millis(99),
        result.errors());
  }

  private static java.util.function.BooleanSupplier until(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return () -> System.nanoTime() < end;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
