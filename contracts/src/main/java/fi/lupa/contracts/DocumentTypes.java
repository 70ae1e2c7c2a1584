package fi.lupa.contracts;

import java.util.Map;
import java.util.Optional;

/** Document types, and the families that code sets may name instead of all their types. */
public final class DocumentTypes {
  private static final int VARYING = 3;

  private DocumentTypes() {}

  /** "1506.11053" belongs to "1506.11xxx". */
  public static String family(String type) {
    return type.substring(0, Math.max(0, type.length() - VARYING)) + "xxx";
  }

  /** What is known of the type itself, or else of its family. */
  public static <T> Optional<T> find(Map<String, T> known, String type) {
    return Optional.ofNullable(known.get(type))
        .or(() -> Optional.ofNullable(known.get(family(type))));
  }
}
