package fi.lupa.benchmark.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class HighestRateTest {
  private static final Duration LIMIT = Duration.ofMillis(100);

  private final List<Double> tried = new ArrayList<>();

  @Test
  void comesCloseToTheRateThatStillHolds() {
    HighestRate.Found found = new HighestRate(LIMIT, 6).from(10, holdsUpTo(777));

    assertThat(found.highest().orElseThrow().rate()).isBetween(740.0, 777.0);
    assertThat(found.steps()).isSortedAccordingTo((a, b) -> Double.compare(a.rate(), b.rate()));
  }

  @Test
  void risesByHalfUntilOneFailsAndThenHalvesTheDistance() {
    new HighestRate(LIMIT, 2).from(100, holdsUpTo(200));

    assertThat(tried).containsExactly(100.0, 150.0, 225.0, 187.5, 206.25);
  }

  @Test
  void findsNoneWhereTheFirstIsTooMuch() {
    HighestRate.Found found = new HighestRate(LIMIT, 2).from(100, holdsUpTo(10));

    assertThat(found.highest()).isEmpty();
    assertThat(tried).containsExactly(100.0, 50.0, 25.0);
  }

  @Test
  void endsWhereEverythingHolds() {
    HighestRate.Found found = new HighestRate(LIMIT, 2).from(1, holdsUpTo(Double.MAX_VALUE));

    assertThat(found.steps()).hasSizeLessThan(30).allMatch(step -> step.holds(LIMIT));
  }

  @Test
  void doesNotBelieveALuckyStepAboveOneThatFailed() {
    HighestRate.Found found =
        new HighestRate.Found(
            List.of(step(100, 10, 0, false), step(150, 200, 0, false), step(225, 10, 0, false)),
            LIMIT);

    assertThat(found.highest().orElseThrow().rate()).isEqualTo(100);
  }

  @Test
  void anErrorOrASlowAnswerOrFallingBehindIsNotHolding() {
    assertThat(step(1, 99, 0, false).holds(LIMIT)).isTrue();
    assertThat(step(1, 102, 0, false).holds(LIMIT)).isFalse();
    assertThat(step(1, 10, 1, false).holds(LIMIT)).isFalse();
    assertThat(step(1, 10, 0, true).holds(LIMIT)).isFalse();
  }

  private DoubleFunction<Step> holdsUpTo(double most) {
    return rate -> {
      tried.add(rate);
      return step(rate, rate <= most ? 20 : 500, 0, false);
    };
  }

  private static Step step(double rate, long millis, long errors, boolean behind) {
    Histogram micros = new Histogram(60_000_000, 3);
    micros.recordValueWithCount(millis * 1000, 1000);
    return new Step(
        rate,
        Duration.ofSeconds(1),
        micros,
        new Histogram(60_000_000, 3),
        errors == 0 ? Map.of() : Map.of("answered 500", errors),
        12_000,
        behind);
  }
}
