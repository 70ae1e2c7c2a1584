package fi.lupa.audit.entry;

import fi.lupa.audit.entry.LogEntry.Documents;
import fi.lupa.contracts.event.VisibilitySearched;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells that a controller's officer looked up who could see one of the client's documents. */
final class VisibilityTeller {
  private VisibilityTeller() {}

  static LogEntry tell(Told<VisibilitySearched> told, Words words) {
    VisibilitySearched event = told.event();
    String name = words.in(words.codes().documentType(event.documentType()));
    return new LogEntry(
        told.id(),
        told.time(),
        LogEntry.Kind.VISIBILITY_SEARCHED,
        null,
        event.requester().organisationName(),
        event.requester().unitName(),
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

  private static String sentence(VisibilitySearched event, String name, Words words) {
    return Stream.concat(
            Stream.of(
                words.phrase(
                    "visibility",
                    Map.of("document", name, "about", words.about(event.serviceTasks())))),
            Grounds.register(List.of(event.controller()), words).stream())
        .collect(Collectors.joining(" "));
  }
}
