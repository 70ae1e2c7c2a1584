package fi.lupa.verify.note;

import fi.lupa.verify.tree.Malformed;
import java.util.regex.Pattern;

/** Numbers of leaves: decimal digits without a needless zero in front. */
public final class Decimals {
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,18}");

  private Decimals() {}

  /** The number that a text tells. */
  public static long parse(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new Malformed("a number has digits only and no leading zero");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException tooBig) {
      throw new Malformed("a number is smaller than 2^63");
    }
  }
}
