package fi.lupa.audit.entry;

import fi.lupa.contracts.event.InformingRecorded;
import java.util.List;

/** Tells that the client was informed. */
final class InformingTeller {
  private static final List<String> PROVISIONS = List.of("ACT_703_2023_S68");

  private InformingTeller() {}

  static LogEntry tell(Told<InformingRecorded> told, Words words) {
    InformingRecorded event = told.event();
    String sentence =
        DeclarationTold.act(
            "informing", event.channel(), told, event.recorder(), event.representative(), words);
    return DeclarationTold.entry(
        told, event.recorder(), event.representative(), List.of(), PROVISIONS, sentence, words);
  }
}
