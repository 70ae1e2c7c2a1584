package fi.lupa.audit.entry;

import fi.lupa.audit.party.Party;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RepresentationRole;
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
      @Nullable RepresentationRole representative,
      List<LocalizedText> controllers,
      List<String> provisions,
      String sentence,
      Words words) {
    return new Draft(told, LogEntry.Kind.DECLARATION, words)
        .by(by(told, recorder))
        .inRegistersOf(controllers)
        .law(provisions)
        .representative(representative)
        .saying(
            sentence
                + " "
                + words.phrase("provision", Map.of("provision", words.citations(provisions))));
  }

  /**
   * The client's own act reads "you ...", a representative's "your ..."; one made at a provider
   * names the provider.
   */
  static String act(
      String key,
      Channel channel,
      Told<? extends Event> told,
      @Nullable Oid recorder,
      @Nullable RepresentationRole representative,
      Words words) {
    Party by = by(told, recorder);
    String who = words.who(by.organisation(), by.unit());
    return representative == null
        ? words.phrase(key + "." + channel, Map.of("who", who))
        : words.phrase(
            key + "." + channel + ".for",
            Map.of("who", who, "role", words.phrase("representative." + representative)));
  }

  private static Party by(Told<? extends Event> told, @Nullable Oid recorder) {
    return recorder == null ? Party.UNKNOWN : told.names().at(recorder, told.time());
  }
}
