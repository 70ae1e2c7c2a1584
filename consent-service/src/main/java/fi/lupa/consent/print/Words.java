package fi.lupa.consent.print;

import fi.lupa.contracts.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The words of the printed documents, and the names of the service tasks. */
final class Words {
  private final Map<String, LocalizedText> texts = new HashMap<>();

  Words() {
    read("print-texts.yaml", "");
    read("codesets/service-tasks.yaml", "task.");
  }

  /**
   * @throws IllegalArgumentException when there is no such text
   */
  String say(String key, String language) {
    LocalizedText text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key);
    }
    return text.in(language);
  }

  private void read(String file, String prefix) {
    try (InputStream in = new ClassPathResource(file).getInputStream()) {
      YAMLMapper.builder()
          .build()
          .readTree(in)
          .forEachEntry((key, text) -> texts.put(prefix + key, text(text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalizedText text(JsonNode node) {
    return new LocalizedText(
        node.required("fi").asString(),
        node.required("sv").asString(),
        node.required("en").asString());
  }
}
