package fi.lupa.authorization.usageright.expire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryLoopTest {
  /** Winter, summer, and the two nights on which clocks change. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-22T21:59:59Z",
    "2026-07-01T20:59:59Z",
    "2026-03-28T21:59:59Z",
    "2026-10-25T21:59:59Z"
  })
  void neverSleepsPastAMidnightInFinland(Instant oneSecondBefore) {
    assertThat(ExpiryLoop.pause(oneSecondBefore)).isEqualTo(Duration.ofMillis(1001));
  }

  @Test
  void otherwiseLooksEveryFewSeconds() {
    assertThat(ExpiryLoop.pause(Instant.parse("2026-11-22T10:00:00Z")))
        .isEqualTo(Duration.ofSeconds(5));
  }
}
