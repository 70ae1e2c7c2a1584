package fi.lupa.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogRetentionTest {
  /** A day of the Finnish calendar is over when it is over in Finland. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-22T21:59:59Z, 2014-11-21T22:00:00Z",
    "2026-11-22T22:00:00Z, 2014-11-22T22:00:00Z",
    "2026-07-01T12:00:00Z, 2014-06-30T21:00:00Z",
    "2028-02-29T12:00:00Z, 2016-02-28T22:00:00Z",
  })
  void whatHappenedTwelveYearsAgoIsKeptThroughThatDay(Instant now, Instant due) {
    assertThat(kept(LogRetention.TERM).due(now)).isEqualTo(due);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P11Y", "P11Y11M", "P143M", "P0D", "P-12Y"})
  void nothingIsClearedBeforeTheLawsTerm(Period shorter) {
    assertThatThrownBy(() -> kept(shorter)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itMayBeKeptLonger() {
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    assertThat(kept(Period.parse("P15Y")).due(now))
        .isEqualTo(Instant.parse("2011-11-21T22:00:00Z"));
  }

  private static LogRetention kept(Period term) {
    return new LogRetention(true, term, Duration.ofDays(1));
  }
}
