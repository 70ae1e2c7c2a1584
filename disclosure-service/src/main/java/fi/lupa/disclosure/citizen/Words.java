package fi.lupa.disclosure.citizen;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.platform.codeset.YamlFiles;
import fi.lupa.platform.problem.ReasonCatalog;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The code sets' names in the three languages, as citizens and officers read them. */
@Component
public class Words {
  private static final LocalizedText DOCUMENT =
      new LocalizedText("Asiakirja", "Handling", "Document");
  private static final int VARYING = 3;

  private final Map<String, LocalizedText> documentTypes;
  private final Map<String, LocalizedText> bases;
  private final Map<String, LocalizedText> grounds;
  private final Map<String, LocalizedText> visibility;
  private final Map<String, Provision> provisions;
  private final ReasonCatalog reasons;

  public Words(ReasonCatalog reasons) {
    this.reasons = reasons;
    this.documentTypes = texts(YamlFiles.tree("codesets/document-types.yaml"));
    JsonNode onWhat = YamlFiles.tree("codesets/bases.yaml");
    this.bases = texts(onWhat.required("bases"));
    this.grounds = texts(onWhat.required("grounds"));
    this.visibility = texts(YamlFiles.tree("visibility.yaml"));
    this.provisions =
        YamlFiles.tree("codesets/legal-references.yaml").properties().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> provision(entry.getValue())));
  }

  /**
   * A provision of the law.
   *
   * @param act such as 703/2023
   * @param section such as "55 § 1", absent where only the act is known
   * @param text what it says
   */
  public record Provision(String act, @Nullable String section, LocalizedText text) {}

  /** The type's own name, or else its family's ("1506.11053" belongs to "1506.11xxx"). */
  public LocalizedText documentType(String type) {
    String family = type.substring(0, Math.max(0, type.length() - VARYING)) + "xxx";
    return documentTypes.getOrDefault(type, documentTypes.getOrDefault(family, DOCUMENT));
  }

  public LocalizedText basis(Basis basis) {
    return known(bases, basis.name());
  }

  public LocalizedText ground(Ground ground) {
    return known(grounds, ground.name());
  }

  /** Why something isn't given. */
  public LocalizedText reason(String code) {
    return reasons.reason(code).text();
  }

  /** A phrase of {@code visibility.yaml}. */
  public LocalizedText visibility(String key) {
    return known(visibility, key);
  }

  public List<Provision> provisions(List<String> keys) {
    return keys.stream()
        .map(key -> Objects.requireNonNull(provisions.get(key), "no such provision"))
        .toList();
  }

  private static LocalizedText known(Map<String, LocalizedText> texts, String key) {
    return Objects.requireNonNull(texts.get(key), "no such text");
  }

  private static Provision provision(JsonNode node) {
    return new Provision(
        node.required("act").asString(),
        node.path("section").isString() ? node.path("section").asString() : null,
        YamlFiles.text(node));
  }

  private static Map<String, LocalizedText> texts(JsonNode file) {
    return file.properties().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> YamlFiles.text(entry.getValue())));
  }
}
