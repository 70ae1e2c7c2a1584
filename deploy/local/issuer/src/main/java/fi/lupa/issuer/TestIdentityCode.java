package fi.lupa.issuer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a text is a Finnish identity code of the kind reserved for tests (individual number
 * 900-999). The local issuer gives no token for any other code, so that a real person's code never
 * gets into a developer's system.
 *
 * <p>Source: Decree on identity codes, section 2 (form, century characters, check character).
 */
final class TestIdentityCode {

  private static final Pattern FORM =
      Pattern.compile("(\\d{2})(\\d{2})(\\d{2})([-+A-FU-Y])(9\\d{2})([0-9A-FHJ-NPR-Y])");
  private static final String CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY";

  private TestIdentityCode() {}

  static boolean isValid(String text) {
    Matcher code = FORM.matcher(text);
    return code.matches() && isDate(code) && hasRightCheck(code);
  }

  private static boolean isDate(Matcher code) {
    int year = century(code.group(4).charAt(0)) + Integer.parseInt(code.group(3));
    try {
      LocalDate.of(year, Integer.parseInt(code.group(2)), Integer.parseInt(code.group(1)));
      return true;
    } catch (DateTimeException notADate) {
      return false;
    }
  }

  private static int century(char separator) {
    if (separator == '+') {
      return 1800;
    }
    return separator >= 'A' && separator <= 'F' ? 2000 : 1900;
  }

  private static boolean hasRightCheck(Matcher code) {
    int number = Integer.parseInt(code.group(1) + code.group(2) + code.group(3) + code.group(5));
    return CHECK.charAt(number % CHECK.length()) == code.group(6).charAt(0);
  }
}
