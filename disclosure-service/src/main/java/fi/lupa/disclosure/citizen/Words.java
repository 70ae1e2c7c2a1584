package fi.lupa.disclosure.citizen;

import fi.lupa.contracts.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The code sets' names in the three languages, as citizens and officers read them. */
@Component
public class Words {
  private static final LocalizedText DOCUMENT =
      new LocalizedText("Asiakirja", "Handling", "Document");
  private static final int VARYING = 3;

  private final Map<String, LocalizedText> documentTypes;

  public Words() {
    this.documentTypes = texts(file("document-types.yaml"));
  }

  /** The type's own name, or else its family's ("1506.11053" belongs to "1506.11xxx"). */
  public LocalizedText documentType(String type) {
    String family = type.substring(0, Math.max(0, type.length() - VARYING)) + "xxx";
    return documentTypes.getOrDefault(type, documentTypes.getOrDefault(family, DOCUMENT));
  }

  private static JsonNode file(String name) {
    try (InputStream in = new ClassPathResource("codesets/" + name).getInputStream()) {
      return YAMLMapper.builder().build().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, LocalizedText> texts(JsonNode file) {
    return file.properties().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> text(entry.getValue())));
  }

  private static LocalizedText text(JsonNode node) {
    return new LocalizedText(
        node.required("fi").asString(),
        node.required("sv").asString(),
        node.required("en").asString());
  }
}
