package fi.lupa.audit.coverage;

import static fi.lupa.audit.coverage.Source.AUTHORIZATION;
import static fi.lupa.audit.coverage.Source.CONSENT;
import static fi.lupa.audit.coverage.Source.DISCLOSURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.audit.coverage.Coverage.Gap;
import fi.lupa.audit.coverage.Coverage.Mark;
import fi.lupa.audit.coverage.Coverage.Reach;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void completeIsWhatTheSlowestPartitionOfTheSlowestSourceSays() {
    Coverage coverage =
        coverage(
            mark(AUTHORIZATION, 5),
            mark(AUTHORIZATION, 9),
            mark(CONSENT, 2),
            mark(CONSENT, 1),
            mark(DISCLOSURE, 3),
            mark(DISCLOSURE, 3));

    assertThat(coverage.completeUpTo()).isEqualTo(NOW.minusSeconds(9));
    assertThat(coverage.sources())
        .containsExactly(reach(AUTHORIZATION, 9), reach(CONSENT, 2), reach(DISCLOSURE, 3));
  }

  @Test
  void aPartitionThatHasSaidNothingMakesItsSourceUnknown() {
    Coverage coverage =
        coverage(
            mark(AUTHORIZATION, 1),
            mark(CONSENT, 1),
            mark(DISCLOSURE, 1),
            new Mark(DISCLOSURE, null),
            mark(DISCLOSURE, 1));

    assertThat(coverage.completeUpTo()).isNull();
    assertThat(coverage.sources())
        .containsExactly(
            reach(AUTHORIZATION, 1), reach(CONSENT, 1), new Reach(DISCLOSURE, null, null));
  }

  @Test
  void aSourceThatNobodyHasHeardOfYetIsListedAndUnknown() {
    Coverage coverage = coverage(mark(AUTHORIZATION, 1), mark(CONSENT, 1));

    assertThat(coverage.completeUpTo()).isNull();
    assertThat(coverage.sources()).contains(new Reach(DISCLOSURE, null, null));
  }

  @Test
  void nothingHeardIsNothingPromised() {
    assertThat(coverage().completeUpTo()).isNull();
    assertThat(coverage().sources()).extracting(Reach::completeUpTo).containsOnlyNulls();
    assertThat(coverage().from()).isEqualTo(START);
    assertThat(coverage().to()).isEqualTo(NOW);
  }

  @Test
  void gapsStandBySource() {
    Gap one = new Gap(DISCLOSURE, 2, START, NOW, null);
    Gap other = new Gap(AUTHORIZATION, 1, START, START, null);
    Gap closed = new Gap(DISCLOSURE, 3, START, NOW, NOW);
    Gap otherClosed = new Gap(CONSENT, 1, START, NOW, NOW);

    Coverage coverage =
        Coverage.of(START, NOW, List.of(), List.of(closed, one, otherClosed, other));

    assertThat(coverage.gaps()).containsExactly(other, one);
    assertThat(coverage.closedGaps()).containsExactly(otherClosed, closed);
  }

  @Test
  void aSourceWhoseClockIsAheadDoesNotLag() {
    assertThat(coverage(mark(CONSENT, -2)).sources())
        .contains(new Reach(CONSENT, NOW.plusSeconds(2), 0L));
  }

  @Test
  void everySourceHasItsTopic() {
    for (Source source : Source.values()) {
      assertThat(Source.of(source.topic())).isEqualTo(source);
    }
    assertThatThrownBy(() -> Source.of("other")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Coverage coverage(Mark... marks) {
    return Coverage.of(START, NOW, List.of(marks), List.of());
  }

  private static Reach reach(Source source, long secondsAgo) {
    return new Reach(source, NOW.minusSeconds(secondsAgo), secondsAgo);
  }

  private static Mark mark(Source source, int secondsAgo) {
    return new Mark(source, NOW.minusSeconds(secondsAgo));
  }
}
