package fi.lupa.audit.entry;

import fi.lupa.audit.entry.LogEntry.Documents;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.event.DisclosureNoticed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells that a controller disclosed the client's data by other means than Lupa. */
final class NoticeTeller {
  private NoticeTeller() {}

  static LogEntry tell(Told<DisclosureNoticed> told, Words words) {
    DisclosureNoticed event = told.event();
    return new Draft(told, LogEntry.Kind.DISCLOSURE_NOTICE, words)
        .by(event.requester())
        .inRegisters(List.of(event.controller()))
        .purpose(words.in(words.codes().purpose(event.purpose())))
        .basis(Basis.DISCLOSURE, null)
        .law(event.legalReferences())
        .documents(documents(event, words))
        .recipient(recipient(event, words))
        .saying(sentence(event, words));
  }

  private static List<Documents> documents(DisclosureNoticed event, Words words) {
    return event.documents().stream()
        .map(kind ->
            new Documents(
                kind.documentType(),
                words.in(words.codes().documentType(kind.documentType())),
                words.taskList(event.serviceTasks()),
                event.controller().name(),
                kind.count()))
        .toList();
  }

  private static String sentence(DisclosureNoticed event, Words words) {
    String ground = words.in(words.codes().noticeGround(event.ground()));
    List<String> parts = new ArrayList<>();
    parts.add(
        words.phrase(
            "noticed",
            Map.of(
                "who",
                words.who(event.requester().organisationName(), event.requester().unitName()),
                "day",
                words.day(event.disclosedOn()))));
    parts.add(words.phrase("noticed.recipient", Map.of("recipient", recipient(event, words))));
    parts.add(
        words.phrase(
            "ground",
            Map.of(
                "ground",
                event.provision() == null ? ground : ground + " (" + event.provision() + ")")));
    parts.add(
        words.phrase(
            "purpose", Map.of("purpose", words.in(words.codes().purpose(event.purpose())))));
    return String.join(" ", parts);
  }

  private static String recipient(DisclosureNoticed event, Words words) {
    LocalizedText name = event.recipient().name();
    String kind = words.in(words.codes().recipient(event.recipient().kind()));
    return name == null ? kind : words.in(name) + " (" + kind + ")";
  }
}
