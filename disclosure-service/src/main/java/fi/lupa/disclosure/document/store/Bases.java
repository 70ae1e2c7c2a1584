package fi.lupa.disclosure.document.store;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.History;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a new version was made from what stands in the archive (facts 10.1 row 6). */
final class Bases {
  private Bases() {}

  /**
   * Whether a version leaves out that its base is an old document: it would be open to disclosure,
   * and be stored without the function for old documents, by a member left out.
   */
  static boolean opens(History history, @Nullable Oid base, boolean old) {
    return !old
        && history.versions().stream()
            .anyMatch(version -> version.versionOid().equals(base) && version.handling().old());
  }

  /** Why not: VERSION_CONFLICT or DOCUMENT_VOIDED; empty when the base is the current version. */
  static Optional<String> conflict(History history, @Nullable Oid base) {
    Optional<Document> named =
        history.versions().stream().filter(v -> v.versionOid().equals(base)).findFirst();
    if (named.isEmpty()) {
      return Optional.of("VERSION_CONFLICT");
    }
    return switch (named.get().standing().status()) {
      case CURRENT -> Optional.empty();
      case SUPERSEDED -> Optional.of("VERSION_CONFLICT");
      case VOIDED -> Optional.of("DOCUMENT_VOIDED");
    };
  }
}
