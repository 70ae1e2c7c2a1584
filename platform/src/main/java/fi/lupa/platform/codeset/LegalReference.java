package fi.lupa.platform.codeset;

import fi.lupa.contracts.LocalizedText;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A provision of the law.
 *
 * @param act such as 703/2023
 * @param section such as "55 § 1", absent for the act as a whole
 * @param text what it says
 */
public record LegalReference(String act, @Nullable String section, LocalizedText text) {

  /** Those of {@code codesets/legal-references.yaml} by their keys. */
  public static Map<String, LegalReference> all() {
    return YamlFiles.map(YamlFiles.tree("codesets/legal-references.yaml"), LegalReference::of);
  }

  private static LegalReference of(JsonNode node) {
    return new LegalReference(
        node.required("act").asString(),
        node.path("section").isString() ? node.path("section").asString() : null,
        YamlFiles.text(node));
  }
}
