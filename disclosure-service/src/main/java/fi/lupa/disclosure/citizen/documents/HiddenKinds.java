package fi.lupa.disclosure.citizen.documents;

import fi.lupa.disclosure.decision.SpecialCategory;
import fi.lupa.disclosure.document.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The kinds of documents that aren't shown to citizens, from {@code codesets/citizen-view.yaml}.
 */
@Component
class HiddenKinds {
  private static final String FILE = "codesets/citizen-view.yaml";
  private static final int VARYING = 3;

  private final Set<String> types;
  private final Set<SpecialCategory> categories;

  HiddenKinds() {
    try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
      JsonNode file = YAMLMapper.builder().build().readTree(in);
      this.types = members(file, "documentTypes");
      this.categories =
          members(file, "specialCategories").stream()
              .map(SpecialCategory::valueOf)
              .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean contains(Document document) {
    String type = document.documentType();
    return types.contains(type)
        || types.contains(type.substring(0, Math.max(0, type.length() - VARYING)) + "xxx")
        || (document.specialCategory() != null && categories.contains(document.specialCategory()));
  }

  private static Set<String> members(JsonNode file, String name) {
    return file.values().stream()
        .flatMap(group -> group.required(name).values().stream())
        .map(JsonNode::asString)
        .collect(Collectors.toUnmodifiableSet());
  }
}
