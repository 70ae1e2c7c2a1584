package fi.lupa.disclosure.matter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days of the national documents, which may be known by the month or the year only (Pvm), or to the
 * second (Hetki).
 */
final class NationalDays {
  private static final Pattern DAY = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}).*)?)?");

  private NationalDays() {}

  /** The first day that the text may mean; empty when it is no day. */
  static Optional<LocalDate> first(String text) {
    return days(text, false);
  }

  /** The last day that the text may mean; empty when it is no day. */
  static Optional<LocalDate> last(String text) {
    return days(text, true);
  }

  private static Optional<LocalDate> days(String text, boolean last) {
    Matcher parts = DAY.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(parts.group(1));
    try {
      if (parts.group(2) == null) {
        return Optional.of(last ? LocalDate.of(year, 12, 31) : LocalDate.of(year, 1, 1));
      }
      YearMonth month = YearMonth.of(year, Integer.parseInt(parts.group(2)));
      if (parts.group(3) == null) {
        return Optional.of(last ? month.atEndOfMonth() : month.atDay(1));
      }
      return Optional.of(month.atDay(Integer.parseInt(parts.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
