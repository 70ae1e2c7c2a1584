package fi.lupa.disclosure.recordquery.query;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.decision.Inquiry;
import fi.lupa.disclosure.document.DocumentFilter;
import fi.lupa.disclosure.recordquery.query.RecordQueryRequest.Versions;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query in hand: who asks about whom, and what is known. */
record QueryCase(
    Oid organisation, ClientRef client, RecordQueryRequest request, Inquiry inquiry, Facts facts) {
  /** Under which references the client's documents stand. */
  Set<ClientRef> refs() {
    return facts.found(client);
  }

  /**
   * Whether the requester is told if something was withheld, be it by the client or from the role:
   * only by an answer that holds everything. It doesn't depend on whether anything was.
   */
  boolean tellsOfWithheld(Selection selection) {
    return request.asksEverything() && selection.next() == null;
  }

  DocumentFilter filter() {
    return new DocumentFilter(
        orEmpty(request.serviceTasks()),
        orEmpty(request.socialServices()),
        orEmpty(request.documentTypes()),
        orEmpty(request.matters()),
        orEmpty(request.producers()),
        orEmpty(request.documents()),
        request.recordedFrom(),
        request.recordedTo(),
        request.versions() == Versions.ALL);
  }

  static <T> Set<T> orEmpty(@Nullable Set<T> set) {
    return Objects.requireNonNullElse(set, Set.of());
  }
}
