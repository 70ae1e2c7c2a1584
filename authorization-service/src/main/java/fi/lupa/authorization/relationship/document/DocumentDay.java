package fi.lupa.authorization.relationship.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day as the national schemas write it: {@code 2026-11-22}, or only {@code 2026-11} or {@code
 * 2026} when no more is known.
 *
 * @param first the first day that it may be
 * @param last the last one
 */
record DocumentDay(LocalDate first, LocalDate last) {
  /** The years that the database and the rest of the service know. */
  private static final Pattern FORM = Pattern.compile("(19|20|21)\\d{2}(-\\d{2}(-\\d{2})?)?");

  /** Empty when it is no day at all, such as 30 February. */
  static Optional<DocumentDay> of(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          switch (text.length()) {
            case 4 -> year(Year.parse(text));
            case 7 -> month(YearMonth.parse(text));
            default -> day(LocalDate.parse(text));
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static DocumentDay year(Year year) {
    return new DocumentDay(year.atDay(1), year.atDay(year.length()));
  }

  private static DocumentDay month(YearMonth month) {
    return new DocumentDay(month.atDay(1), month.atEndOfMonth());
  }

  private static DocumentDay day(LocalDate day) {
    return new DocumentDay(day, day);
  }

  /** It may be only one day, or surely lies before another. */
  boolean isSureBy(LocalDate today) {
    return first.equals(last) || last.isBefore(today);
  }
}
