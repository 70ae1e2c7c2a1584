package fi.lupa.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkewTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20, 8_000, 100_000, 7_100_000})
  void addsUpWithOneForEachAtLeast(int documents) {
    int[] counts = Skew.NATIONAL.counts(documents, 1);
    assertThat(IntStream.of(counts).sum()).isEqualTo(documents);
    assertThat(IntStream.of(counts).filter(count -> count < 1)).isEmpty();
  }

  @Test
  void isSkewedAroundTheNationalMean() {
    int[] counts = Skew.NATIONAL.counts(7_100_000, 1);
    Arrays.sort(counts);
    assertThat(counts).hasSize(332_000);
    assertThat(counts[counts.length / 2]).isBetween(8, 13);
    assertThat(counts[counts.length - 1]).isBetween(1_000, 10_000);
    int tenth = IntStream.of(counts).skip(counts.length * 9L / 10).sum();
    assertThat(tenth / 7_100_000.0).isBetween(0.4, 0.6);
  }

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(Skew.NATIONAL.counts(10_000, 7)).isEqualTo(Skew.NATIONAL.counts(10_000, 7));
    assertThat(Skew.NATIONAL.counts(10_000, 7)).isNotEqualTo(Skew.NATIONAL.counts(10_000, 8));
  }
}
