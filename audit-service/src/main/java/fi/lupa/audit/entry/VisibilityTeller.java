package fi.lupa.audit.entry;

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
    return new Draft(told, LogEntry.Kind.VISIBILITY_SEARCHED, words)
        .by(event.requester())
        .inRegisters(List.of(event.controller()))
        .law(event.legalReferences())
        .document(event.documentType(), event.serviceTasks(), event.controller())
        .saying(sentence(event, name, words));
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
