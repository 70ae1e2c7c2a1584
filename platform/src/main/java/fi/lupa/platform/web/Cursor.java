package fi.lupa.platform.web;

import fi.lupa.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An opaque place in a list: the sort key of the last row seen. Parts must not hold the unit
 * separator.
 */
public final class Cursor {
  private static final String SEPARATOR = "\u001f";

  private Cursor() {}

  public static String encode(Object... parts) {
    String text = Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws Problem REQUEST_INVALID when it isn't a cursor of that many parts
   */
  public static List<String> decode(String cursor, int parts) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> found = List.of(text.split(SEPARATOR, -1));
      if (found.size() == parts) {
        return found;
      }
    } catch (IllegalArgumentException e) {
      // answered below
    }
    throw invalid();
  }

  /** For a part that can't be read as what it should be. */
  public static Problem invalid() {
    return Problem.invalid("/cursor", "isn't a cursor of this list");
  }
}
