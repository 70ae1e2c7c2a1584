package fi.lupa.audit.entry;

import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.event.DocumentStored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells that a document was stored into a register, or that storing it was denied. */
final class StoredTeller {
  private StoredTeller() {}

  static LogEntry tell(Told<DocumentStored> told, Words words) {
    DocumentStored event = told.event();
    return new Draft(told, LogEntry.Kind.DOCUMENT_STORED, words)
        .outcome(event.outcome(), event.reasonCode())
        .by(event.requester())
        .inRegisters(List.of(event.controller()))
        .basis(event.basis(), null)
        .law(event.legalReferences())
        .document(event.documentType(), event.serviceTasks(), event.controller())
        .saying(sentence(event, words));
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
    parts.addAll(
        Grounds.change(
            event.controller(),
            Grounds.chain(event.producer(), event.subcontractor(), words),
            event.basis(),
            event.legalReferences(),
            event.reasonCode(),
            words));
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
