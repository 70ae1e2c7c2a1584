package fi.lupa.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinnishDaysTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-14T21:59:59.999999Z, 2026-01-14",
    "2026-01-14T22:00:00Z, 2026-01-15",
    "2026-07-14T20:59:59.999999Z, 2026-07-14",
    "2026-07-14T21:00:00Z, 2026-07-15",
    "2026-12-31T22:00:00Z, 2027-01-01",
  })
  void aDayBeginsAtMidnightInHelsinki(Instant instant, LocalDate day) {
    assertThat(FinnishDays.dayOf(instant)).isEqualTo(day);
  }

  @Test
  void daysOfTheClockChangeHave23And25Hours() {
    assertThat(length(LocalDate.of(2026, 3, 29))).isEqualTo(Duration.ofHours(23));
    assertThat(length(LocalDate.of(2026, 10, 25))).isEqualTo(Duration.ofHours(25));
  }

  private static Duration length(LocalDate day) {
    return Duration.between(FinnishDays.beginning(day), FinnishDays.beginning(day.plusDays(1)));
  }
}
