package fi.lupa.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** How soon an event is read after its commit: the kick makes it milliseconds, not polls. */
@Isolated
class LatencyIT {

  @Test
  void anEventArrivesSoon() throws Exception {
    try (Stage stage = new Stage()) {
      Relay relay = stage.relay();
      relay.start();
      measure(stage, stage.outbox(relay::kick), stage.reader());
    }
  }

  private static void measure(Stage stage, Outbox outbox, Reader reader) {
    stage.write(outbox, "warm-up", 0);
    reader.awaitEvents(1);
    long[] latencies = new long[200];
    for (int i = 0; i < latencies.length; i++) {
      stage.write(outbox, "key-" + i % 10, i);
      long committed = System.nanoTime();
      int expected = i + 2;
      while (reader.events().size() < expected) {
        Thread.onSpinWait();
      }
      latencies[i] = reader.events().getLast().nanos() - committed;
    }
    Arrays.sort(latencies);
    System.err.printf(
        "commit -> consumer: p50 %.1f ms, p95 %.1f ms%n",
        latencies[100] / 1e6, latencies[190] / 1e6);
    assertThat(Duration.ofNanos(latencies[100])).isLessThan(Duration.ofMillis(250));
  }
}
