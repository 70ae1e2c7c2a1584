package fi.lupa.consent.print;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.platform.codeset.YamlFiles;
import java.util.HashMap;
import java.util.Map;

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
    YamlFiles.tree(file).forEachEntry((key, text) -> texts.put(prefix + key, YamlFiles.text(text)));
  }
}
