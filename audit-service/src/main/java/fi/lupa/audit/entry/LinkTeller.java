package fi.lupa.audit.entry;

import fi.lupa.audit.party.Party;
import fi.lupa.contracts.event.ClientLinked;
import java.util.List;
import java.util.Map;

/**
 * Tells that what stood under a temporary identifier was linked to the client's identity code, or
 * that such a link was cancelled.
 */
final class LinkTeller {
  private LinkTeller() {}

  static LogEntry tell(Told<ClientLinked> told, Words words) {
    Party organiser = told.names().at(told.event().organiser(), told.time());
    return new LogEntry(
        told.id(),
        told.time(),
        LogEntry.Kind.CLIENT_LINKED,
        null,
        organiser.organisation(),
        null,
        List.of(),
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        words.phrase(
            "link." + told.event().state(),
            Map.of("who", words.who(organiser.organisation(), null))));
  }
}
