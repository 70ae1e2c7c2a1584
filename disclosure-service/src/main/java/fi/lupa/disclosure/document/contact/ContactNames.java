package fi.lupa.disclosure.document.contact;

import fi.lupa.platform.codeset.YamlFiles;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Which properties of a JSON document are contact data that non-disclosure for personal safety
 * hides, from {@code codesets/contact-data.yaml}.
 */
@Component
class ContactNames {
  private static final String FILE = "codesets/contact-data.yaml";

  private final Names hidden;
  private final Names shown;

  ContactNames() {
    JsonNode file = YamlFiles.tree(FILE);
    hidden = Names.of(file.path("hidden"));
    shown = Names.of(file.path("shown"));
  }

  /** Whole names, and the endings of those that begin with a star. */
  private record Names(Set<String> whole, List<String> endings) {
    static Names of(JsonNode groups) {
      List<String> names =
          groups.values().stream()
              .flatMap(group -> group.path("names").values().stream())
              .map(JsonNode::asString)
              .toList();
      return new Names(
          names.stream().filter(name -> !name.startsWith("*")).collect(Collectors.toSet()),
          names.stream()
              .filter(name -> name.startsWith("*"))
              .map(name -> name.substring(1))
              .toList());
    }

    boolean has(String name) {
      return whole.contains(name) || endings.stream().anyMatch(name::endsWith);
    }
  }

  /** Whether the property goes with all that is in it. */
  boolean hides(String property) {
    String name = property.toLowerCase(Locale.ROOT);
    return hidden.has(name) && !shown.has(name);
  }

  /** Whether the property stays with all that is in it. */
  boolean shows(String property) {
    return shown.has(property.toLowerCase(Locale.ROOT));
  }
}
