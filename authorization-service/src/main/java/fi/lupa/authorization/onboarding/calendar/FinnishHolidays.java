package fi.lupa.authorization.onboarding.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * Days on which no time limit ends, besides Saturdays and Sundays: church holidays, May Day and
 * Independence Day, and the eves of Midsummer and Christmas (act 150/1930 on the calculation of
 * statutory time limits, 5 §; acts 388/1937, 272/1944 and the Church Act's holidays).
 */
final class FinnishHolidays {
  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(Month.JANUARY, 1),
          MonthDay.of(Month.JANUARY, 6),
          MonthDay.of(Month.MAY, 1),
          MonthDay.of(Month.DECEMBER, 6),
          MonthDay.of(Month.DECEMBER, 24),
          MonthDay.of(Month.DECEMBER, 25),
          MonthDay.of(Month.DECEMBER, 26));

  private FinnishHolidays() {}

  static boolean contains(LocalDate day) {
    return FIXED.contains(MonthDay.from(day))
        || byEaster(day)
        || day.equals(midsummerDay(day.getYear()))
        || day.equals(midsummerDay(day.getYear()).minusDays(1))
        || day.equals(allSaintsDay(day.getYear()));
  }

  /** Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday. */
  private static boolean byEaster(LocalDate day) {
    long after = day.toEpochDay() - easterSunday(day.getYear()).toEpochDay();
    return after == -2 || after == 0 || after == 1 || after == 39 || after == 49;
  }

  /** The Saturday of 20 to 26 June. */
  static LocalDate midsummerDay(int year) {
    return LocalDate.of(year, Month.JUNE, 20)
        .with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
  }

  /** The Saturday of 31 October to 6 November. */
  static LocalDate allSaintsDay(int year) {
    return LocalDate.of(year, Month.OCTOBER, 31)
        .with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
  }

  /** By the anonymous Gregorian computus (Meeus, Jones, Butcher), whose letters these are. */
  static LocalDate easterSunday(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
