package fi.lupa.audit.entry;

import fi.lupa.contracts.event.LogSearched;
import java.util.Map;

/** Tells that an officer saw entries about the client in a use log. */
final class LogReadTeller {
  private LogReadTeller() {}

  static LogEntry tell(Told<LogSearched> told, Words words) {
    LogSearched event = told.event();
    return new Draft(told, LogEntry.Kind.LOG_READ, words)
        .by(event.requester())
        .law(event.legalReferences())
        .saying(sentence(event, words));
  }

  private static String sentence(LogSearched event, Words words) {
    String seen = event.entries() == 0 ? "nothing" : event.entries() == 1 ? "one" : "many";
    return words.phrase(
            "logRead." + seen,
            Map.of(
                "who",
                words.who(event.requester().organisationName(), event.requester().unitName()),
                "count",
                Integer.toString(event.entries())))
        + " "
        + words.phrase(event.sought() ? "logRead.sought" : "logRead.among");
  }
}
