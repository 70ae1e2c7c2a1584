package fi.lupa.audit.entry;

import fi.lupa.audit.entry.LogEntry.Documents;
import fi.lupa.contracts.event.DocumentDestroyed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells that a document was destroyed, because its time to be kept was up. */
final class DestroyedTeller {
  private DestroyedTeller() {}

  static LogEntry tell(Told<DocumentDestroyed> told, Words words) {
    DocumentDestroyed event = told.event();
    String name = words.in(words.codes().documentType(event.documentType()));
    return new LogEntry(
        told.id(),
        told.time(),
        LogEntry.Kind.DOCUMENT_DESTROYED,
        null,
        event.controller().name(),
        null,
        List.of(event.controller().name()),
        null,
        null,
        null,
        words.provisions(event.legalReferences()),
        List.of(
            new Documents(
                event.documentType(),
                name,
                words.taskList(event.serviceTasks()),
                event.controller().name(),
                1)),
        null,
        null,
        sentence(event, name, words));
  }

  private static String sentence(DocumentDestroyed event, String name, Words words) {
    return Stream.concat(
            Stream.of(
                words.phrase(
                    "destroyed",
                    Map.of(
                        "document",
                        name,
                        "about",
                        words.about(event.serviceTasks()),
                        "day",
                        words.day(event.keptUntil())))),
            Grounds.register(List.of(event.controller()), words).stream())
        .collect(Collectors.joining(" "));
  }
}
