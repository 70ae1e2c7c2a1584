package fi.lupa.audit.entry;

import static java.util.stream.Collectors.toUnmodifiableMap;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.platform.codeset.YamlFiles;
import java.util.Map;

/** The phrases of {@code sentences.yaml}; {@code {name}} in a phrase is filled with an argument. */
public final class Sentences {
  private final Map<String, Phrase> finnish;
  private final Map<String, Phrase> swedish;
  private final Map<String, Phrase> english;

  private Sentences(Map<String, LocalizedText> phrases) {
    this.finnish = in("fi", phrases);
    this.swedish = in("sv", phrases);
    this.english = in("en", phrases);
  }

  private static Map<String, Phrase> in(String language, Map<String, LocalizedText> phrases) {
    return phrases.entrySet().stream()
        .collect(
            toUnmodifiableMap(
                Map.Entry::getKey,
                phrase -> Phrase.of(phrase.getKey(), phrase.getValue().in(language))));
  }

  public static Sentences load() {
    return new Sentences(YamlFiles.texts(YamlFiles.tree("sentences.yaml")));
  }

  /**
   * @throws IllegalArgumentException when there is no such phrase or an argument is missing
   */
  public String phrase(String key, String language, Map<String, String> arguments) {
    Map<String, Phrase> phrases =
        switch (language) {
          case "sv" -> swedish;
          case "en" -> english;
          default -> finnish;
        };
    Phrase phrase = phrases.get(key);
    if (phrase == null) {
      throw new IllegalArgumentException("no phrase " + key);
    }
    return phrase.with(arguments);
  }
}
