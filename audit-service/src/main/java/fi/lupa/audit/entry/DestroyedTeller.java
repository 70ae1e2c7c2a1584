package fi.lupa.audit.entry;

import fi.lupa.audit.party.Party;
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
    return new Draft(told, LogEntry.Kind.DOCUMENT_DESTROYED, words)
        .by(new Party(event.controller().name(), null))
        .inRegisters(List.of(event.controller()))
        .law(event.legalReferences())
        .document(event.documentType(), event.serviceTasks(), event.controller())
        .saying(sentence(event, name, words));
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
