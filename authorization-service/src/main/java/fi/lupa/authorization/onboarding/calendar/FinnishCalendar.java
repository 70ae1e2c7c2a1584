package fi.lupa.authorization.onboarding.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Which days in Finland are working days. */
public final class FinnishCalendar {
  private FinnishCalendar() {}

  /** Monday to Friday, but for the holidays of {@link FinnishHolidays}. */
  static boolean isWorkingDay(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY
        && weekday != DayOfWeek.SUNDAY
        && !FinnishHolidays.contains(day);
  }

  /**
   * The last day of a time limit in working days. The day it is counted from isn't one of them.
   *
   * @param count 1 or more
   */
  public static LocalDate workingDaysAfter(LocalDate day, int count) {
    LocalDate last = day;
    for (int left = count; left > 0; ) {
      last = last.plusDays(1);
      if (isWorkingDay(last)) {
        left--;
      }
    }
    return last;
  }
}
