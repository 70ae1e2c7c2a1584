package fi.lupa.audit.entry;

import fi.lupa.audit.party.Party;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.event.BreakGlassReviewed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Tells how a controller's review of an exceptional search came out, and what to do next. */
final class BreakGlassReviewedTeller {
  private static final List<String> PROVISIONS = List.of("ACT_703_2023_S56", "ACT_703_2023_S11");

  private BreakGlassReviewedTeller() {}

  static LogEntry tell(Told<BreakGlassReviewed> told, Words words) {
    BreakGlassReviewed event = told.event();
    LocalDate day = FinnishDays.dayOf(event.accessTime());
    return new Draft(told, LogEntry.Kind.BREAK_GLASS_REVIEWED, words)
        .by(new Party(event.controller().name(), null))
        .inRegisters(List.of(event.controller()))
        .law(PROVISIONS)
        .saying(
            words.phrase(
                "breakGlassReviewed." + event.outcome(),
                Map.of("controller", words.in(event.controller().name()), "day", words.day(day))));
  }
}
