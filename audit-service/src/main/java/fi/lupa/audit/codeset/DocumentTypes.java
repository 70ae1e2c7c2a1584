package fi.lupa.audit.codeset;

import fi.lupa.contracts.LocalizedText;
import java.util.Map;
import java.util.Optional;

/**
 * Names of document types: the type's own, or else its family's ("1506.11053" belongs to
 * "1506.11xxx").
 */
final class DocumentTypes {
  private static final int VARYING = 3;

  private final Map<String, LocalizedText> names;

  DocumentTypes(Map<String, LocalizedText> names) {
    this.names = Map.copyOf(names);
  }

  Optional<LocalizedText> name(String type) {
    return Optional.ofNullable(names.get(type))
        .or(() -> Optional.ofNullable(names.get(family(type))));
  }

  private static String family(String type) {
    return type.length() <= VARYING ? type : type.substring(0, type.length() - VARYING) + "xxx";
  }
}
