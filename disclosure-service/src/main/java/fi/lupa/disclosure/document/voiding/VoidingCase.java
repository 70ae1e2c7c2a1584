package fi.lupa.disclosure.document.voiding;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.decision.Inquiry;
import fi.lupa.disclosure.decision.Storing;
import fi.lupa.disclosure.document.Document;
import fi.lupa.platform.client.TemporaryId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The voiding in hand: who voids what about whom, and what is known.
 *
 * @param under the reference of the client that the document stands under
 */
record VoidingCase(
    Oid organisation,
    Oid documentOid,
    ClientRef client,
    ClientRef under,
    VoidingRequest request,
    Target target,
    Facts facts,
    Instant now) {

  /** About the tasks and services of the versions meant, all of them together. */
  Inquiry inquiry() {
    return new Inquiry(
        request.basis(),
        organisation,
        request.unit(),
        request.controller(),
        request.client() instanceof TemporaryId,
        null,
        serviceTasks(),
        all(Document::socialServices),
        now);
  }

  Storing storing() {
    return new Storing(
        now,
        target.versions().stream().anyMatch(version -> version.handling().old()),
        null,
        null,
        target.versions().stream().map(Document::origin).toList());
  }

  Set<ServiceTask> serviceTasks() {
    return all(Document::serviceTasks);
  }

  List<Integer> versions() {
    return target.versions().stream().map(Document::version).toList();
  }

  private <T> Set<T> all(Function<Document, Collection<T>> part) {
    return target.versions().stream()
        .map(part)
        .flatMap(Collection::stream)
        .collect(Collectors.toUnmodifiableSet());
  }
}
