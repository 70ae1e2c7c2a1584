package fi.lupa.authorization.onboarding.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The movable days of 2020 to 2035 stand here as a calendar gives them. */
class FinnishHolidaysTest {
  @ParameterizedTest
  @CsvSource({
    "2020-04-12, 2020-06-20, 2020-10-31",
    "2021-04-04, 2021-06-26, 2021-11-06",
    "2022-04-17, 2022-06-25, 2022-11-05",
    "2023-04-09, 2023-06-24, 2023-11-04",
    "2024-03-31, 2024-06-22, 2024-11-02",
    "2025-04-20, 2025-06-21, 2025-11-01",
    "2026-04-05, 2026-06-20, 2026-10-31",
    "2027-03-28, 2027-06-26, 2027-11-06",
    "2028-04-16, 2028-06-24, 2028-11-04",
    "2029-04-01, 2029-06-23, 2029-11-03",
    "2030-04-21, 2030-06-22, 2030-11-02",
    "2031-04-13, 2031-06-21, 2031-11-01",
    "2032-03-28, 2032-06-26, 2032-11-06",
    "2033-04-17, 2033-06-25, 2033-11-05",
    "2034-04-09, 2034-06-24, 2034-11-04",
    "2035-03-25, 2035-06-23, 2035-11-03",
  })
  void everyYearsMovableDaysAreThose(LocalDate easter, LocalDate midsummer, LocalDate allSaints) {
    int year = easter.getYear();
    assertThat(FinnishHolidays.easterSunday(year)).isEqualTo(easter);
    assertThat(FinnishHolidays.midsummerDay(year)).isEqualTo(midsummer);
    assertThat(FinnishHolidays.allSaintsDay(year)).isEqualTo(allSaints);
    Set<LocalDate> holidays =
        Set.of(
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 1, 6),
                easter.minusDays(2),
                easter,
                easter.plusDays(1),
                LocalDate.of(year, 5, 1),
                LocalDate.of(year, 12, 6),
                easter.plusDays(39),
                easter.plusDays(49),
                midsummer.minusDays(1),
                midsummer,
                allSaints,
                LocalDate.of(year, 12, 24),
                LocalDate.of(year, 12, 25),
                LocalDate.of(year, 12, 26))
            .stream()
            .collect(Collectors.toSet());
    assertThat(
            LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(FinnishHolidays::contains)
                .collect(Collectors.toSet()))
        .isEqualTo(holidays);
  }

  @ParameterizedTest
  @CsvSource({"1961, 1961-04-02", "2000, 2000-04-23", "2008, 2008-03-23", "2038, 2038-04-25"})
  void theEarliestAndLatestEastersAreRight(int year, LocalDate easter) {
    assertThat(FinnishHolidays.easterSunday(year)).isEqualTo(easter);
  }

  @Test
  void theWorkingYear2026HasTheseWeekdaysOff() {
    List<LocalDate> off =
        LocalDate.of(2026, 1, 1)
            .datesUntil(LocalDate.of(2027, 1, 1))
            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
            .filter(day -> !FinnishCalendar.isWorkingDay(day))
            .toList();
    assertThat(off)
        .containsExactly(
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 1, 6),
            LocalDate.of(2026, 4, 3),
            LocalDate.of(2026, 4, 6),
            LocalDate.of(2026, 5, 1),
            LocalDate.of(2026, 5, 14),
            LocalDate.of(2026, 6, 19),
            LocalDate.of(2026, 12, 24),
            LocalDate.of(2026, 12, 25));
  }

  @Test
  void noSaturdayOrSundayIsAWorkingDay() {
    assertThat(
            IntStream.rangeClosed(2020, 2035)
                .boxed()
                .flatMap(year -> LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)))
                .filter(FinnishCalendar::isWorkingDay)
                .map(LocalDate::getDayOfWeek))
        .doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  }
}
