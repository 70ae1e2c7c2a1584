package fi.lupa.audit.entry;

import fi.lupa.audit.entry.LogEntry.Documents;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.event.Controller;
import fi.lupa.contracts.event.DocumentStored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells that a document was stored into a register, or that storing it was denied. */
final class StoredTeller {
  private StoredTeller() {}

  static LogEntry tell(Told<DocumentStored> told, Words words) {
    DocumentStored event = told.event();
    Controller controller = event.controller();
    return new LogEntry(
        told.id(),
        told.time(),
        LogEntry.Kind.DOCUMENT_STORED,
        event.outcome(),
        event.requester().organisationName(),
        event.requester().unitName(),
        List.of(controller.name()),
        null,
        event.basis(),
        null,
        words.provisions(event.legalReferences()),
        List.of(
            new Documents(
                event.documentType(),
                name(event, words),
                words.taskList(event.serviceTasks()),
                controller.name(),
                1)),
        event.reasonCode(),
        Grounds.reason(event.reasonCode(), words),
        sentence(event, words));
  }

  private static String sentence(DocumentStored event, Words words) {
    boolean denied = event.outcome() == Outcome.DENIED;
    List<String> parts = new ArrayList<>();
    parts.add(
        words.phrase(
            denied ? "stored.denied" : isFirst(event) ? "stored.done" : "stored.again",
            Map.of(
                "who",
                words.who(event.requester().organisationName(), event.requester().unitName()),
                "document",
                name(event, words),
                "about",
                words.about(event.serviceTasks()))));
    Grounds.register(List.of(event.controller()), words).ifPresent(parts::add);
    Grounds.chain(event.producer(), event.subcontractor(), words).ifPresent(parts::add);
    parts.add(
        Grounds.ground(
            denied ? "ground.claimed" : "ground",
            words.in(words.codes().basis(event.basis())),
            event.legalReferences(),
            words));
    Grounds.because(event.reasonCode(), words).ifPresent(parts::add);
    return String.join(" ", parts);
  }

  /** Events of before there were versions tell none: theirs were all the first. */
  private static boolean isFirst(DocumentStored event) {
    return event.version() == null || event.version() == 1;
  }

  private static String name(DocumentStored event, Words words) {
    return words.in(words.codes().documentType(event.documentType()));
  }
}
