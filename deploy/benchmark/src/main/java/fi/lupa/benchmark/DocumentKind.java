package fi.lupa.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of document, from a schema's file.
 *
 * @param title as JSON by language
 */
record DocumentKind(String type, String schemaOid, String title) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern NAME =
      Pattern.compile("(.*\\.6\\.(1506\\.\\d+)\\.\\d+\\.\\d+\\.\\d+)\\.json");

  /** All case documents (1506) of a folder, in the order of their names. */
  static List<DocumentKind> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<DocumentKind> kinds = files.sorted().flatMap(file -> of(file).stream()).toList();
      if (kinds.isEmpty()) {
        throw new IllegalArgumentException("no schema of a case document in " + folder);
      }
      return kinds;
    }
  }

  private static Optional<DocumentKind> of(Path file) {
    String name = file.getFileName().toString();
    return NAME.matcher(name).matches() ? of(name, JSON.readTree(file.toFile())) : Optional.empty();
  }

  /** Empty where the name isn't a case document's. */
  static Optional<DocumentKind> of(String name, JsonNode schema) {
    Matcher found = NAME.matcher(name);
    if (!found.matches()) {
      return Optional.empty();
    }
    ObjectNode title = JSON.createObjectNode();
    title.put("fi", schema.path("title").asString("").replaceAll("^'|' JSON schema$", ""));
    for (JsonNode document : schema.path("properties")) {
      for (JsonNode named : document.path("sosmeta").path("name")) {
        title.put(named.path("lang").asString(), named.path("value").asString());
      }
    }
    return Optional.of(new DocumentKind(found.group(2), found.group(1), title.toString()));
  }
}
