package fi.lupa.platform.codeset;

import fi.lupa.contracts.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
}
