package fi.lupa.benchmark;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Grants one by one through the gateway, each connection the next when the last is answered. */
final class Grants {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI target;
  private final String token;
  private final IntSupplier persons;

  /**
   * @param persons gives the number of a person who has no right yet
   */
  Grants(Settings settings, String token, IntSupplier persons) {
    this.target = settings.gateway().resolve("/v1/usage-rights");
    this.token = token;
    this.persons = persons;
  }

  /** What a run gave. */
  record Result(long answers, long errors, Duration time, Histogram micros) {
    double perSecond() {
      return answers / (time.toNanos() / 1e9);
    }

    double millis(double percentile) {
      return micros.getValueAtPercentile(percentile) / 1000.0;
    }
  }

  Result run(int connections, BooleanSupplier goOn) {
    Histogram micros = new ConcurrentHistogram(Duration.ofSeconds(60).toMillis() * 1000, 3);
    AtomicLong errors = new AtomicLong();
    long start = System.nanoTime();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < connections; i++) {
        callers.submit(() -> {
          while (goOn.getAsBoolean()) {
            one(micros, errors);
          }
        });
      }
    }
    return new Result(
        micros.getTotalCount(), errors.get(), Duration.ofNanos(System.nanoTime() - start), micros);
  }

  private void one(Histogram micros, AtomicLong errors) {
    HttpRequest request =
        HttpRequest.newBuilder(target)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(
                BodyPublishers.ofString(Scene.right(TestPersons.identityCode(persons.getAsInt()))))
            .build();
    long sent = System.nanoTime();
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status == 201 || status == 202) {
        micros.recordValue((System.nanoTime() - sent) / 1000);
      } else {
        errors.incrementAndGet();
      }
    } catch (java.io.IOException e) {
      errors.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
