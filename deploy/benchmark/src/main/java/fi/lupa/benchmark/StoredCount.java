package fi.lupa.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How many events instances of the audit-service have taken since they started, as they count. */
record StoredCount(List<Integer> ports) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final long PATIENCE_SECONDS = 600;

  /** How many they had taken at a moment of the monotonic clock. */
  record Seen(long events, long nanos) {
    double perSecondSince(Seen before) {
      return (events - before.events) / ((nanos - before.nanos) / 1e9);
    }
  }

  /** Waits until they have taken as many. */
  Seen await(long events) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      Seen seen = new Seen(now(), System.nanoTime());
      if (seen.events() >= events) {
        return seen;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new IllegalStateException("only " + now() + " of " + events + " events were stored");
  }

  long now() throws IOException, InterruptedException {
    long sum = 0;
    for (int port : ports) {
      URI metrics = URI.create("http://127.0.0.1:" + port + "/actuator/prometheus");
      sum +=
          HTTP.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
              .body()
              .lines()
              .filter(line -> line.startsWith("lupa_audit_events_total{"))
              .filter(line -> line.contains("result=\"stored\""))
              .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
              .sum();
    }
    return sum;
  }
}
