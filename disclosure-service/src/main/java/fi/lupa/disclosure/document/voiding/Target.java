package fi.lupa.disclosure.document.voiding;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.History;
import fi.lupa.disclosure.document.Standing.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which versions a voiding means, and what stands in its way.
 *
 * @param versions those meant, with what is voided already when nothing else is left
 * @param refusal NOT_FOUND or DOCUMENT_VOIDED, told only to those who may void
 * @param current the version that would hold afterwards, absent when none
 */
record Target(List<Document> versions, @Nullable String refusal, @Nullable Integer current) {

  /**
   * @param controller only its register: a document elsewhere is as if it didn't exist
   * @param version the version meant; every version when absent
   */
  static Target of(History history, Oid controller, @Nullable Integer version) {
    List<Document> named =
        history.versions().stream()
            .filter(one -> one.controller().equals(controller))
            .filter(one -> version == null || one.version() == version)
            .toList();
    List<Document> standing = named.stream().filter(Target::stands).toList();
    if (!standing.isEmpty()) {
      return new Target(standing, null, left(history, standing).orElse(null));
    }
    return new Target(named, named.isEmpty() ? "NOT_FOUND" : "DOCUMENT_VOIDED", null);
  }

  Optional<Document> newest() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
  }

  private static boolean stands(Document version) {
    return version.standing().status() != Status.VOIDED;
  }

  private static Optional<Integer> left(History history, List<Document> voided) {
    return history.versions().stream()
        .filter(Target::stands)
        .filter(version -> !voided.contains(version))
        .map(Document::version)
        .max(Comparator.naturalOrder());
  }
}
