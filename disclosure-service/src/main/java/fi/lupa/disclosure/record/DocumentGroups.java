package fi.lupa.disclosure.record;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.RecordsQueried.DocumentGroup;
import fi.lupa.disclosure.record.AccessExplanation.GivenDocument;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Given documents as the log tells them: kinds and numbers, never which. */
final class DocumentGroups {
  private DocumentGroups() {}

  private record Group(Oid controller, String documentType, Set<ServiceTask> serviceTasks) {}

  static List<DocumentGroup> of(List<GivenDocument> documents) {
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
