package fi.lupa.disclosure.citizen.documents;

import fi.lupa.contracts.DocumentTypes;
import fi.lupa.disclosure.decision.SpecialCategory;
import fi.lupa.disclosure.document.Document;
import fi.lupa.platform.codeset.YamlFiles;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The kinds of documents that aren't shown to citizens, from {@code codesets/citizen-view.yaml}.
 */
@Component
class HiddenKinds {
  private static final String FILE = "codesets/citizen-view.yaml";

  private final Set<String> types;
  private final Set<SpecialCategory> categories;

  HiddenKinds() {
    JsonNode file = YamlFiles.tree(FILE);
    this.types = members(file, "documentTypes");
    this.categories =
        members(file, "specialCategories").stream()
            .map(SpecialCategory::valueOf)
            .collect(Collectors.toUnmodifiableSet());
  }

  boolean contains(Document document) {
    String type = document.documentType();
    return types.contains(type)
        || types.contains(DocumentTypes.family(type))
        || (document.specialCategory() != null && categories.contains(document.specialCategory()));
  }

  private static Set<String> members(JsonNode file, String name) {
    return file.values().stream()
        .flatMap(group -> group.required(name).values().stream())
        .map(JsonNode::asString)
        .collect(Collectors.toUnmodifiableSet());
  }
}
