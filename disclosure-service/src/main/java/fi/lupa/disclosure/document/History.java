package fi.lupa.disclosure.document;

import fi.lupa.contracts.Oid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All versions of one document for one client, oldest first; none when the client has no such
 * document.
 */
public record History(List<Document> versions) {
  public static final History NONE = new History(List.of());

  public boolean isEmpty() {
    return versions.isEmpty();
  }

  /** The same as seen from one register: a document elsewhere is as if it didn't exist. */
  public History in(Oid controller) {
    return versions.stream().allMatch(version -> version.controller().equals(controller))
        ? this
        : NONE;
  }

  /** The newest version that isn't voided; none when the whole document is. */
  public Optional<Document> current() {
    return versions.stream()
        .filter(version -> version.standing().status() == Standing.Status.CURRENT)
        .findFirst();
  }

  /** What a new version would replace, or, once all is voided, what it would stand beside. */
  public Optional<Document> newest() {
    return current()
        .or(() -> versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast()));
  }

  /** The number of the next version; a voided version's number is never given again. */
  public int next() {
    return versions.isEmpty() ? 1 : versions.getLast().version() + 1;
  }

  /** The place in a page: the first version's, for all that come after it. */
  public Instant sortAt(Instant recordedAt) {
    return versions.isEmpty() ? recordedAt : versions.getFirst().standing().sortAt();
  }
}
