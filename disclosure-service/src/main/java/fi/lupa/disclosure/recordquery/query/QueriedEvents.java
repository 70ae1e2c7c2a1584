package fi.lupa.disclosure.recordquery.query;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.RecordsQueried;
import fi.lupa.contracts.event.RecordsQueried.DocumentGroup;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.AccessExplanation.GivenDocument;
import fi.lupa.disclosure.record.Requesters;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * An access as the log will tell it: kinds and numbers of documents, never which and never what is
 * in them.
 */
@Component
class QueriedEvents {
  private final Requesters requesters;

  QueriedEvents(Requesters requesters) {
    this.requesters = requesters;
  }

  RecordsQueried of(
      ClientRef client,
      AccessExplanation access,
      String purpose,
      Collection<Oid> controllers,
      boolean content,
      Facts facts) {
    return new RecordsQueried(
        access.queryId(),
        client,
        access.time(),
        access.outcome(),
        access.reasonCode(),
        requesters.of(access.requester(), facts),
        purpose,
        access.basis(),
        access.ground(),
        access.rulebook().name(),
        access.legalReferences(),
        Requesters.controllers(controllers, facts),
        groups(access.given()),
        content);
  }

  private record Group(Oid controller, String documentType, Set<ServiceTask> serviceTasks) {}

  static List<DocumentGroup> groups(List<GivenDocument> documents) {
    Map<Group, Long> counts =
        documents.stream()
            .collect(
                Collectors.groupingBy(
                    d -> new Group(d.controller(), d.documentType(), d.serviceTasks()),
                    Collectors.counting()));
    return counts.entrySet().stream()
        .map(group ->
            new DocumentGroup(
                group.getKey().controller(),
                group.getKey().documentType(),
                group.getKey().serviceTasks(),
                Math.toIntExact(group.getValue())))
        .sorted(
            Comparator.comparing(DocumentGroup::controller)
                .thenComparing(DocumentGroup::documentType))
        .toList();
  }
}
