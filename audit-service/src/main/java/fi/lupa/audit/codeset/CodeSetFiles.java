package fi.lupa.audit.codeset;

import fi.lupa.contracts.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads YAML code sets from the class path. */
final class CodeSetFiles {
  private static final YAMLMapper YAML = YAMLMapper.builder().build();

  private CodeSetFiles() {}

  /**
   * @throws IllegalStateException when there is no such file
   */
  static JsonNode tree(String resource) {
    try (InputStream in = CodeSetFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no code set at " + resource);
      }
      return YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, LocalizedText> texts(JsonNode tree) {
    return map(tree, CodeSetFiles::text);
  }

  static <T> Map<String, T> map(JsonNode tree, Function<JsonNode, T> value) {
    Map<String, T> found = new LinkedHashMap<>();
    tree.properties().forEach(member -> found.put(member.getKey(), value.apply(member.getValue())));
    return Map.copyOf(found);
  }

  static LocalizedText text(JsonNode node) {
    return new LocalizedText(
        node.required("fi").asString(), optional(node, "sv"), optional(node, "en"));
  }

  private static @Nullable String optional(JsonNode node, String member) {
    return node.path(member).isString() ? node.get(member).asString() : null;
  }
}
