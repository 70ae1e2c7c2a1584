package fi.lupa.consent.informing.record;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.platform.problem.Violation;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  @Test
  void nowAndThePastAreFine() {
    assertThat(RecordRules.violations(null, NOW)).isEmpty();
    assertThat(RecordRules.violations(NOW, NOW)).isEmpty();
    assertThat(RecordRules.violations(RecordRules.EARLIEST, NOW)).isEmpty();
  }

  @Test
  void theFutureIsNot() {
    assertThat(RecordRules.violations(NOW.plusNanos(1), NOW))
        .containsExactly(new Violation("/informedAt", "is in the future"));
  }

  @Test
  void aMistypedYearIsNot() {
    assertThat(RecordRules.violations(RecordRules.EARLIEST.minusNanos(1), NOW))
        .containsExactly(new Violation("/informedAt", "is too long ago"));
  }
}
