package fi.lupa.testkit.schema;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Texts that meet a schema of type string. */
final class Texts {
  private static final List<String> CANDIDATES =
      List.of(
          "2026-03-10",
          "2026-03-10T09:00:00Z",
          "1.2.246.537.6.1221",
          "urn:oid:1.2.246.537.6.1221",
          "010190-900P",
          "12345",
          "a");

  private Texts() {}

  /**
   * @param wish what it should be where nothing asks for more
   */
  static String of(JsonNode schema, String pointer, String wish) {
    if (schema.has("pattern")) {
      return matching(schema.path("pattern").asString(), pointer);
    }
    int least = schema.path("minLength").asInt(0);
    int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    if (least > most) {
      throw new Unsatisfiable(pointer, "minLength is more than maxLength");
    }
    String text = wish + "x".repeat(Math.max(0, least - wish.length()));
    return text.substring(0, Math.min(text.length(), most));
  }

  private static String matching(String pattern, String pointer) {
    return Stream.concat(literal(pattern).stream(), CANDIDATES.stream())
        .filter(candidate -> Pattern.compile(pattern).matcher(candidate).find())
        .findFirst()
        .orElseThrow(
            () -> new UnsupportedOperationException("pattern " + pattern + " at " + pointer));
  }

  /** The text that an anchored pattern spells, without what may follow as often as it likes. */
  private static Optional<String> literal(String pattern) {
    return pattern.startsWith("^") && pattern.endsWith("$")
        ? Optional.of(
            pattern
                .substring(1, pattern.length() - 1)
                .replaceAll("\\([^()]*\\)\\*$", "")
                .replace("\\", ""))
        : Optional.empty();
  }
}
