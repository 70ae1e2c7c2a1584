package fi.lupa.disclosure.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RetentionLoopTest {
  private final AtomicInteger counted = new AtomicInteger();
  private final AtomicInteger destroyed = new AtomicInteger();

  @Test
  void countsAndDestroysAgainAndAgain() {
    run(true, 3);
    assertThat(destroyed.get()).isPositive();
  }

  @Test
  void switchedOffItOnlyCounts() {
    run(false, 3);
    assertThat(destroyed.get()).isZero();
  }

  /** The first look always fails. */
  private Mono<Void> count() {
    return counted.incrementAndGet() == 1
        ? Mono.error(new IllegalStateException("away"))
        : Mono.empty();
  }

  private void run(boolean destroy, int looks) {
    RetentionLoop loop =
        new RetentionLoop(
            this::count,
            () -> Mono.fromSupplier(() -> (long) destroyed.incrementAndGet()),
            new RetentionSettings(destroy, Duration.ofMillis(5)));
    loop.start();
    try {
      Awaitility.await().until(() -> counted.get() > looks);
    } finally {
      loop.stop();
    }
    assertThat(loop.isRunning()).isFalse();
  }
}
