package fi.lupa.disclosure.citizen.documents;

import fi.lupa.platform.codeset.YamlFiles;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Which version of the information text is in force, from the same {@code
 * codesets/information-texts.yaml} that the consent-service tells clients from. The service doesn't
 * start without it.
 */
@Component
class CurrentText {
  private static final String FILE = "codesets/information-texts.yaml";

  private final NavigableMap<LocalDate, String> versions;

  CurrentText() {
    this(YamlFiles.tree(FILE));
  }

  CurrentText(JsonNode file) {
    NavigableMap<LocalDate, String> found = new TreeMap<>();
    file.properties()
        .forEach(text ->
            found.put(
                LocalDate.parse(text.getValue().required("validFrom").asString()), text.getKey()));
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no information text");
    }
    this.versions = Collections.unmodifiableNavigableMap(found);
  }

  /** The version in force; before the first one's day that one. */
  String on(LocalDate day) {
    var entry = versions.floorEntry(day);
    return entry == null ? versions.firstEntry().getValue() : entry.getValue();
  }
}
