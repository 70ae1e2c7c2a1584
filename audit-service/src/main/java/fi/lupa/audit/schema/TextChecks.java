package fi.lupa.audit.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a schema says of texts; any other value is left to others. */
final class TextChecks {
  private static final Pattern UUID =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
              + "(Z|[+-][0-9]{2}:[0-9]{2})");

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
      case "uuid" -> text(value -> value.length() == 36 && UUID.matcher(value).matches());
      case "date" ->
          text(value -> DATE.matcher(value).matches() && parses(value, LocalDate::parse));
      case "date-time" ->
          text(value -> DATE_TIME.matcher(value).matches() && parses(value, OffsetDateTime::parse));
      default -> throw SchemaCompiler.unknown("the format " + name);
    };
  }

  private static boolean parses(String text, Function<String, ?> parser) {
    try {
      return parser.apply(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
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
