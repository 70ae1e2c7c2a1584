package fi.lupa.platform.codeset;

import fi.lupa.contracts.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * YAML files of the class path, such as {@code codesets/roles.yaml}, read once when a service
 * starts.
 */
public final class YamlFiles {
  private YamlFiles() {}

  /**
   * What stands in a file.
   *
   * @throws UncheckedIOException when there is no such file
   */
  public static JsonNode tree(String resource) {
    try (InputStream in = new ClassPathResource(resource).getInputStream()) {
      return YAMLMapper.builder().build().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text that must stand in all three languages. */
  public static LocalizedText text(JsonNode node) {
    return new LocalizedText(
        node.required("fi").asString(),
        node.required("sv").asString(),
        node.required("en").asString());
  }

  /** Such texts by their keys. */
  public static Map<String, LocalizedText> texts(JsonNode members) {
    return map(members, YamlFiles::text);
  }

  /** The members of a node, each read. */
  public static <T> Map<String, T> map(JsonNode members, Function<JsonNode, T> reader) {
    return members.properties().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, member -> reader.apply(member.getValue())));
  }
}
