package fi.lupa.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Callers who go on whatever fails, and remember which queries were answered. */
final class KillLoad {
  private static final int ASKERS = 4;
  private static final int LINES = 5_000;
  private static final long AFTER_FAILURE_MILLIS = 200;

  private final JsonMapper json = JsonMapper.builder().build();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicInteger persons =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(1, 19_000_000));
  private final Api api;
  private final List<String> queries;
  private final AtomicBoolean going;

  KillLoad(Api api, List<String> queries, AtomicBoolean going) {
    this.api = api;
    this.queries = queries;
    this.going = going;
  }

  /** Uploads batches of grants, one after the other. */
  void batches() {
    while (going.get()) {
      attempt(() -> {
        Path file = Files.createTempFile("kill", ".ndjson");
        try {
          Files.writeString(
              file,
              IntStream.range(0, LINES)
                  .mapToObj(i ->
                      "{\"ref\":\"L-"
                          + i
                          + "\",\"grant\":"
                          + Scene.right(TestPersons.identityCode(persons.getAndIncrement()))
                              .replaceAll("\\s", "")
                          + "}")
                  .collect(Collectors.joining("\n")));
          String token = api.token("county-north");
          String id =
              json.readTree(api.upload("/v1/usage-rights/batches", token, file))
                  .path("id")
                  .asString();
          awaitDone("/v1/usage-rights/batches/" + id);
        } finally {
          Files.delete(file);
        }
      });
    }
  }

  private void awaitDone(String batch) throws InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    while (going.get() && !done.get()) {
      attempt(() ->
          done.set(
              json.readTree(api.get(batch, api.token("county-north"), Set.of(200)))
                  .has("finishedAt")));
      TimeUnit.MILLISECONDS.sleep(AFTER_FAILURE_MILLIS);
    }
  }

  /** Asks for records, some at a time. */
  void queries() {
    try (ExecutorService askers = Executors.newFixedThreadPool(ASKERS)) {
      for (int i = 0; i < ASKERS; i++) {
        askers.submit(this::ask);
      }
    }
  }

  private void ask() {
    String[] token = {""};
    while (going.get()) {
      attempt(() -> {
        if (token[0].isEmpty()) {
          token[0] = api.token("producer");
        }
        String query = queries.get(ThreadLocalRandom.current().nextInt(queries.size()));
        acknowledged.add(
            json.readTree(api.post("/v1/record-queries", token[0], query, Set.of(200)))
                .path("queryId")
                .asString());
      });
    }
  }

  Set<String> acknowledged() {
    return acknowledged;
  }

  long answered() {
    return acknowledged.size();
  }

  long failed() {
    return failed.get();
  }

  private interface Attempt {
    void make() throws IOException, InterruptedException;
  }

  private void attempt(Attempt attempt) {
    try {
      attempt.make();
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      failed.incrementAndGet();
      pause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      going.set(false);
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(AFTER_FAILURE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      going.set(false);
    }
  }
}
