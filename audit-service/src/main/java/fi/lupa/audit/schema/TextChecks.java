package fi.lupa.audit.schema;

import java.time.YearMonth;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a schema says of texts; any other value is left to others. */
final class TextChecks {
  private static final String UUID = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";
  private static final String DATE = "dddd-dd-dd";
  private static final String DATE_TIME = "dddd-dd-ddTdd:dd:dd";

  private TextChecks() {}

  private static Check text(Predicate<String> check) {
    return value -> !(value.isString() && !check.test(value.stringValue()));
  }

  /** Its end is that of the text: Java would also take the place before a last newline for it. */
  static Check pattern(String regex) {
    Pattern pattern =
        Pattern.compile(
            regex.endsWith("$") ? regex.substring(0, regex.length() - 1) + "\\z" : regex);
    return text(value -> pattern.matcher(value).find());
  }

  static Check format(String name) {
    return switch (name) {
      case "uuid" -> text(value -> value.length() == UUID.length() && begins(value, UUID));
      case "date" ->
          text(value -> value.length() == DATE.length() && begins(value, DATE) && isDay(value));
      case "date-time" ->
          text(value ->
              begins(value, DATE_TIME)
                  && isDay(value)
                  && number(value, 11) < 24
                  && number(value, 14) < 60
                  && number(value, 17) < 60
                  && isZone(value, afterFraction(value)));
      default -> throw SchemaCompiler.unknown("the format " + name);
    };
  }

  /** Whether a text begins with a form: d stands for a digit, h for a hexadecimal one. */
  private static boolean begins(String text, String form) {
    if (text.length() < form.length()) {
      return false;
    }
    for (int at = 0; at < form.length(); at++) {
      char is = text.charAt(at);
      boolean fits =
          switch (form.charAt(at)) {
            case 'd' -> isDigit(is);
            case 'h' -> isDigit(is) || is >= 'a' && is <= 'f' || is >= 'A' && is <= 'F';
            default -> is == form.charAt(at);
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char is) {
    return is >= '0' && is <= '9';
  }

  /** The two digits at a place. */
  private static int number(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }

  private static boolean isDay(String text) {
    int month = number(text, 5);
    int day = number(text, 8);
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(number(text, 0) * 100 + number(text, 2), month).lengthOfMonth();
  }

  /** Nine digits of a second are kept. */
  private static int afterFraction(String text) {
    int at = DATE_TIME.length();
    if (at < text.length() && text.charAt(at) == '.') {
      int end = at + 1;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      return end > at + 1 && end <= at + 10 ? end : text.length();
    }
    return at;
  }

  private static boolean isZone(String text, int at) {
    String zone = text.substring(at);
    return zone.equals("Z")
        || zone.length() == 6
            && (begins(zone, "+dd:dd") || begins(zone, "-dd:dd"))
            && number(zone, 1) * 60 + number(zone, 4) <= 18 * 60
            && number(zone, 4) < 60;
  }

  /** In code points. */
  static Check length(int least, int most) {
    return text(value ->
        value.length() >= least
            && (value.length() <= most && least <= 1
                || between(least, value.codePointCount(0, value.length()), most)));
  }

  static boolean between(int least, int number, int most) {
    return least <= number && number <= most;
  }
}
