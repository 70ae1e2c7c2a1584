package fi.lupa.audit.entry;

import fi.lupa.audit.party.Party;
import fi.lupa.contracts.event.ClientLinked;
import java.util.Map;

/**
 * Tells that what stood under a temporary identifier was linked to the client's identity code, or
 * that such a link was cancelled.
 */
final class LinkTeller {
  private LinkTeller() {}

  static LogEntry tell(Told<ClientLinked> told, Words words) {
    Party organiser = told.names().at(told.event().organiser(), told.time());
    return new Draft(told, LogEntry.Kind.CLIENT_LINKED, words)
        .by(new Party(organiser.organisation(), null))
        .saying(
            words.phrase(
                "link." + told.event().state(),
                Map.of("who", words.who(organiser.organisation(), null))));
  }
}
