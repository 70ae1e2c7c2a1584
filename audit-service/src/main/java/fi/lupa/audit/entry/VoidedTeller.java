package fi.lupa.audit.entry;

import fi.lupa.audit.entry.LogEntry.Documents;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.event.Controller;
import fi.lupa.contracts.event.DocumentVoided;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells that a document was declared void, or that voiding it was denied. */
final class VoidedTeller {
  private VoidedTeller() {}

  static LogEntry tell(Told<DocumentVoided> told, Words words) {
    DocumentVoided event = told.event();
    Controller controller = event.controller();
    return new LogEntry(
        told.id(),
        told.time(),
        LogEntry.Kind.DOCUMENT_VOIDED,
        event.outcome(),
        event.requester().organisationName(),
        event.requester().unitName(),
        List.of(controller.name()),
        null,
        event.basis(),
        null,
        words.provisions(event.legalReferences()),
        documents(event, words),
        event.reasonCode(),
        Grounds.reason(event.reasonCode(), words),
        sentence(event, words));
  }

  private static List<Documents> documents(DocumentVoided event, Words words) {
    String type = event.documentType();
    return type == null
        ? List.of()
        : List.of(
            new Documents(
                type,
                words.in(words.codes().documentType(type)),
                words.taskList(event.serviceTasks()),
                event.controller().name(),
                1));
  }

  private static String sentence(DocumentVoided event, Words words) {
    boolean denied = event.outcome() == Outcome.DENIED;
    List<String> parts = new ArrayList<>();
    parts.add(
        words.phrase(
            phrase(event), Map.of("who", who(event, words), "document", name(event, words))));
    if (!denied) {
      parts.add(
          words.phrase(
              "voided.why", Map.of("why", words.in(words.codes().voidReason(event.reason())))));
    }
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

  private static String phrase(DocumentVoided event) {
    if (event.outcome() == Outcome.DENIED) {
      return "voided.denied";
    }
    return event.current() == null ? "voided.whole" : "voided.version";
  }

  private static String who(DocumentVoided event, Words words) {
    return words.who(event.requester().organisationName(), event.requester().unitName());
  }

  /** A voiding of what doesn't exist has no type to tell. */
  private static String name(DocumentVoided event, Words words) {
    String type = event.documentType();
    return words.in(words.codes().documentType(type == null ? "" : type));
  }
}
