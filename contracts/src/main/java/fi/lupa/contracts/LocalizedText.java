package fi.lupa.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A name or text in the languages of the service; Finnish is always there, the others fall back to
 * it.
 */
public record LocalizedText(String fi, @Nullable String sv, @Nullable String en) {
  /** The text in an ISO 639-1 language, Finnish when that language has none. */
  public String in(String language) {
    String text =
        switch (language) {
          case "sv" -> sv;
          case "en" -> en;
          default -> fi;
        };
    return text == null ? fi : text;
  }
}
