package fi.lupa.platform.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finnish personal identity code (henkilötunnus), decree 690/2022 2 §: {@code DDMMYY}, separator,
 * three digits, check character. All eleven characters count: since 2023 two people may differ only
 * in the separator.
 */
public record IdentityCode(@JsonProperty("identityCode") String value) implements ClientId {
  private static final Pattern FORM =
      Pattern.compile("(\\d{2})(\\d{2})(\\d{2})([-+A-FU-Y])(\\d{3})([0-9A-FHJ-NPR-Y])");
  private static final String CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";

  /**
   * @throws IllegalArgumentException when the code is malformed; the message never repeats the code
   */
  public IdentityCode {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a personal identity code");
    }
  }

  public static Optional<IdentityCode> parse(String text) {
    return isValid(text) ? Optional.of(new IdentityCode(text)) : Optional.empty();
  }

  public static boolean isValid(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches() && isDay(parts) && hasCheckCharacter(parts) && isIndividual(parts);
  }

  private static boolean isDay(Matcher parts) {
    try {
      day(parts);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The day of birth that the code tells. */
  public LocalDate born() {
    Matcher parts = FORM.matcher(value);
    if (!parts.matches()) {
      throw new IllegalStateException("a code that was valid");
    }
    return day(parts);
  }

  private static LocalDate day(Matcher parts) {
    int century =
        switch (parts.group(4).charAt(0)) {
          case '+' -> 1800;
          case '-', 'Y', 'X', 'W', 'V', 'U' -> 1900;
          default -> 2000;
        };
    return LocalDate.of(century + number(parts, 3), number(parts, 2), number(parts, 1));
  }

  private static boolean hasCheckCharacter(Matcher parts) {
    int digits =
        Integer.parseInt(parts.group(1) + parts.group(2) + parts.group(3) + parts.group(5));
    return CHECK_CHARACTERS.charAt(digits % 31) == parts.group(6).charAt(0);
  }

  /** 000 and 001 are never given. */
  private static boolean isIndividual(Matcher parts) {
    return number(parts, 5) >= 2;
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  /** Hidden, so that a code can't slip into a log line. */
  @Override
  public String toString() {
    return "IdentityCode[hidden]";
  }
}
