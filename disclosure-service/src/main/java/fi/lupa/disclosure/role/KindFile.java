package fi.lupa.disclosure.role;

import fi.lupa.disclosure.decision.DocumentKinds;
import fi.lupa.disclosure.decision.DocumentKinds.Service;
import fi.lupa.disclosure.decision.DocumentKinds.Type;
import fi.lupa.disclosure.decision.SpecialCategory;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code codesets/document-kinds.yaml}. */
final class KindFile {
  static final String NAME = "document-kinds.yaml";

  private static final Pattern TYPE = Pattern.compile("150[56]\\.([1-9]\\d?xxx|[1-9]\\d{0,4})");
  private static final Set<String> OF_SERVICES = Set.of("socialServices", "category");
  private static final Set<String> OF_TYPES = Set.of("kind", "category", "service");

  private KindFile() {}

  /** All kinds that the file knows. */
  static Set<String> kinds(CodeSetFile file) {
    Set<String> kinds =
        file.tree()
            .path("kinds")
            .valueStream()
            .map(JsonNode::asString)
            .collect(Collectors.toUnmodifiableSet());
    file.known("kinds", DocumentKinds.OTHER, kinds);
    return kinds;
  }

  /**
   * @throws IllegalArgumentException when it names what it doesn't know
   */
  static DocumentKinds read(CodeSetFile file) {
    Set<String> kinds = kinds(file);
    JsonNode services = file.tree().path("services");
    Set<String> known = Set.copyOf(services.propertyNames());
    return new DocumentKinds(
        file.map(file.tree().path("types"), (key, node) -> type(file, key, node, kinds, known)),
        file.map(services, (key, node) -> service(file, key, node)));
  }

  private static Type type(
      CodeSetFile file, String key, JsonNode node, Set<String> kinds, Set<String> services) {
    file.onlyHas(key, node, OF_TYPES);
    if (!TYPE.matcher(key).matches()) {
      throw file.fault(key, "is no type and no family");
    }
    JsonNode service = node.path("service");
    return new Type(
        file.known(key, node.path("kind").asString(""), kinds),
        category(file, key, node),
        service.isMissingNode() ? null : file.known(key, service.asString(), services));
  }

  private static Service service(CodeSetFile file, String key, JsonNode node) {
    file.onlyHas(key, node, OF_SERVICES);
    return new Service(
        node.path("socialServices")
            .valueStream()
            .map(JsonNode::asString)
            .collect(Collectors.toUnmodifiableSet()),
        category(file, key, node));
  }

  private static @Nullable SpecialCategory category(CodeSetFile file, String key, JsonNode node) {
    JsonNode category = node.path("category");
    return category.isMissingNode()
        ? null
        : file.one(key, category.asString(), SpecialCategory.class);
  }
}
