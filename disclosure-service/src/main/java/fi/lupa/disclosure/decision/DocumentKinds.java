package fi.lupa.disclosure.decision;

import fi.lupa.contracts.DocumentTypes;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kind of data a document type holds, as decree 457/2024 speaks of kinds ({@code
 * codesets/document-kinds.yaml}).
 *
 * @param types by type, such as {@code 1506.15003}, or family, such as {@code 1506.15xxx}
 * @param services the special services of 15 §, by key
 */
public record DocumentKinds(Map<String, Type> types, Map<String, Service> services) {
  /** The kind of a type that is in no family. */
  public static final String OTHER = "OTHER";

  private static final Type UNKNOWN = new Type(OTHER, null, null);

  /**
   * @param category specially protected, whatever a document's own metadata say
   * @param service the special service it belongs to
   */
  public record Type(String kind, @Nullable SpecialCategory category, @Nullable String service) {}

  /**
   * @param socialServices codes of the social services that it is
   * @param category documents of this category are of it
   */
  public record Service(Set<String> socialServices, @Nullable SpecialCategory category) {
    private boolean has(DocumentFacts document, DocumentKinds kinds) {
      return !Collections.disjoint(socialServices, document.socialServices())
          || (category != null && kinds.categories(document).contains(category));
    }
  }

  /** The kind of a document. */
  public String kind(DocumentFacts document) {
    return type(document).kind();
  }

  /** In what ways a document is specially protected: by its type, by its metadata. */
  public Set<SpecialCategory> categories(DocumentFacts document) {
    Set<SpecialCategory> categories = EnumSet.noneOf(SpecialCategory.class);
    add(categories, type(document).category());
    add(categories, document.specialCategory());
    return categories;
  }

  /** Whether a document is of a special service: by its type, its category or its services. */
  boolean isOf(DocumentFacts document, String key) {
    Service service = services.get(key);
    return key.equals(type(document).service()) || (service != null && service.has(document, this));
  }

  private Type type(DocumentFacts document) {
    return DocumentTypes.find(types, document.documentType()).orElse(UNKNOWN);
  }

  private static void add(Set<SpecialCategory> categories, @Nullable SpecialCategory one) {
    if (one != null) {
      categories.add(one);
    }
  }
}
