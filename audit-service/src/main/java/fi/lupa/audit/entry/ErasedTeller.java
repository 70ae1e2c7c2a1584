package fi.lupa.audit.entry;

import fi.lupa.contracts.event.EntryErased;
import java.util.Map;

/** Tells that an entry of this log was erased: which kind, of which day, why and who decided. */
final class ErasedTeller {
  private ErasedTeller() {}

  static LogEntry tell(Told<EntryErased> told, Words words) {
    EntryErased event = told.event();
    return new Draft(told, LogEntry.Kind.ERASED, words)
        .saying(
            String.join(
                " ",
                words.phrase(
                    "erased",
                    Map.of(
                        "day",
                        words.day(event.day()),
                        "what",
                        words.phrase("erased.what." + event.kind()))),
                words.phrase("erased.ground." + event.ground()),
                words.phrase("erased.by." + event.decidedBy())));
  }
}
