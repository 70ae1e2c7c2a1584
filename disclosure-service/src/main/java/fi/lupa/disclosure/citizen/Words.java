package fi.lupa.disclosure.citizen;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.DocumentTypes;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.platform.codeset.LegalReference;
import fi.lupa.platform.codeset.YamlFiles;
import fi.lupa.platform.problem.ReasonCatalog;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The code sets' names in the three languages, as citizens and officers read them. */
@Component
public class Words {
  private static final LocalizedText DOCUMENT =
      new LocalizedText("Asiakirja", "Handling", "Document");

  private final Map<String, LocalizedText> documentTypes;
  private final Map<String, LocalizedText> bases;
  private final Map<String, LocalizedText> grounds;
  private final Map<String, LocalizedText> visibility;
  private final Map<String, LegalReference> provisions;
  private final ReasonCatalog reasons;

  public Words(ReasonCatalog reasons) {
    this.reasons = reasons;
    this.documentTypes = YamlFiles.texts(YamlFiles.tree("codesets/document-types.yaml"));
    JsonNode onWhat = YamlFiles.tree("codesets/bases.yaml");
    this.bases = YamlFiles.texts(onWhat.required("bases"));
    this.grounds = YamlFiles.texts(onWhat.required("grounds"));
    this.visibility = YamlFiles.texts(YamlFiles.tree("visibility.yaml"));
    this.provisions = LegalReference.all();
  }

  /** The type's own name, or else its family's ("1506.11053" belongs to "1506.11xxx"). */
  public LocalizedText documentType(String type) {
    return DocumentTypes.find(documentTypes, type).orElse(DOCUMENT);
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

  public List<LegalReference> provisions(List<String> keys) {
    return keys.stream()
        .map(key -> Objects.requireNonNull(provisions.get(key), "no such provision"))
        .toList();
  }

  private static LocalizedText known(Map<String, LocalizedText> texts, String key) {
    return Objects.requireNonNull(texts.get(key), "no such text");
  }
}
