package fi.lupa.audit.entry;

import fi.lupa.audit.party.Party;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.Event;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the entries of informing, permits and prohibitions have in common. */
final class DeclarationTold {
  private DeclarationTold() {}

  static LogEntry entry(
      Told<? extends Event> told,
      @Nullable Oid recorder,
      List<LocalizedText> controllers,
      List<String> provisions,
      String sentence,
      Words words) {
    Party by = by(told, recorder);
    return new LogEntry(
        told.id(),
        told.time(),
        LogEntry.Kind.DECLARATION,
        null,
        by.organisation(),
        by.unit(),
        controllers,
        null,
        null,
        null,
        words.provisions(provisions),
        List.of(),
        null,
        null,
        sentence
            + " "
            + words.phrase("provision", Map.of("provision", words.citations(provisions))));
  }

  /** The client's own act reads "you ..."; one made at a provider names the provider. */
  static String act(
      String key,
      Channel channel,
      Told<? extends Event> told,
      @Nullable Oid recorder,
      Words words) {
    Party by = by(told, recorder);
    return words.phrase(
        key + "." + channel, Map.of("who", words.who(by.organisation(), by.unit())));
  }

  private static Party by(Told<? extends Event> told, @Nullable Oid recorder) {
    return recorder == null ? Party.UNKNOWN : told.names().at(recorder, told.time());
  }
}
