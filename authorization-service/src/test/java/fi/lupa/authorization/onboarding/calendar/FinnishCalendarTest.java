package fi.lupa.authorization.onboarding.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinnishCalendarTest {
  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource({
    "2026-11-23, 2, 2026-11-25, Monday to Wednesday",
    "2026-11-26, 2, 2026-11-30, over a weekend",
    "2026-11-28, 2, 2026-12-01, from a Saturday",
    "2026-04-02, 2, 2026-04-08, over Easter",
    "2026-05-13, 2, 2026-05-18, over Ascension Day",
    "2026-06-18, 2, 2026-06-23, over Midsummer",
    "2026-12-23, 2, 2026-12-29, over Christmas",
    "2027-12-03, 2, 2027-12-08, over Independence Day",
    "2026-12-31, 2, 2027-01-05, over New Year",
    "2027-01-05, 1, 2027-01-07, over Epiphany",
    "2026-04-30, 1, 2026-05-04, over May Day",
    "2026-10-30, 1, 2026-11-02, over All Saints' Day",
  })
  void aTimeLimitInWorkingDaysEndsOn(LocalDate from, int count, LocalDate last, String why) {
    assertThat(FinnishCalendar.workingDaysAfter(from, count)).isEqualTo(last);
  }
}
