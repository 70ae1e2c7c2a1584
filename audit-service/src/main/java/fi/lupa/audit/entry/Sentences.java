package fi.lupa.audit.entry;

import fi.lupa.contracts.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The phrases of {@code sentences.yaml}; {@code {name}} in a phrase is filled with an argument. */
public final class Sentences {
  private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

  private final Map<String, LocalizedText> phrases;

  private Sentences(Map<String, LocalizedText> phrases) {
    this.phrases = Map.copyOf(phrases);
  }

  /**
   * @throws IllegalStateException when the file is missing
   */
  public static Sentences load() {
    try (InputStream in = Sentences.class.getResourceAsStream("/sentences.yaml")) {
      if (in == null) {
        throw new IllegalStateException("sentences.yaml is missing");
      }
      return new Sentences(YAMLMapper.builder().build().readValue(in, new TypeReference<>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalArgumentException when there is no such phrase or an argument is missing
   */
  public String phrase(String key, String language, Map<String, String> arguments) {
    LocalizedText phrase = phrases.get(key);
    if (phrase == null) {
      throw new IllegalArgumentException("no phrase " + key);
    }
    return PLACE
        .matcher(phrase.in(language))
        .replaceAll(place -> Matcher.quoteReplacement(argument(key, place.group(1), arguments)));
  }

  private static String argument(String key, String name, Map<String, String> arguments) {
    String value = arguments.get(name);
    if (value == null) {
      throw new IllegalArgumentException("phrase " + key + " lacks " + name);
    }
    return value;
  }
}
