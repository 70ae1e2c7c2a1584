package fi.lupa.audit.entry;

import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.event.DocumentVoided;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells that a document was declared void, or that voiding it was denied. */
final class VoidedTeller {
  private VoidedTeller() {}

  static LogEntry tell(Told<DocumentVoided> told, Words words) {
    DocumentVoided event = told.event();
    Draft draft =
        new Draft(told, LogEntry.Kind.DOCUMENT_VOIDED, words)
            .outcome(event.outcome(), event.reasonCode())
            .by(event.requester())
            .inRegisters(List.of(event.controller()))
            .basis(event.basis(), null)
            .law(event.legalReferences());
    if (event.documentType() != null) {
      draft.document(event.documentType(), event.serviceTasks(), event.controller());
    }
    return draft.saying(sentence(event, words));
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
