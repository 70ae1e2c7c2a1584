package fi.lupa.audit.entry;

import fi.lupa.audit.party.Party;
import fi.lupa.contracts.event.LogRequestChanged;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what became of the client's own request for log data. */
final class LogRequestTeller {
  private LogRequestTeller() {}

  static LogEntry tell(Told<LogRequestChanged> told, Words words) {
    LogRequestChanged event = told.event();
    return new Draft(told, LogEntry.Kind.LOG_REQUEST, words)
        .by(new Party(event.controller().name(), null))
        .inRegisters(List.of(event.controller()))
        .law(event.legalReferences())
        .saying(sentence(event, words));
  }

  private static String sentence(LogRequestChanged event, Words words) {
    return Stream.concat(
            Stream.of(
                words.phrase(
                    "logRequest." + event.change(), Map.of("day", words.day(event.dueOn())))),
            Grounds.register(List.of(event.controller()), words).stream())
        .collect(Collectors.joining(" "));
  }
}
