package fi.lupa.audit.entry;

import fi.lupa.audit.party.Party;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells that a producer got, kept or lost the right to use a county's register. */
final class RightTeller {
  /** Act 703/2023 14 §: who acts on behalf of another uses that other's register. */
  private static final List<String> PROVISIONS = List.of("ACT_703_2023_S14");

  private static final List<RightEndReason> BY_ITSELF =
      List.of(
          RightEndReason.END_DATE,
          RightEndReason.PRODUCER_NOT_READY,
          RightEndReason.ORGANISER_NOT_READY);

  private RightTeller() {}

  static LogEntry tell(Told<UsageRightChanged> told, Words words) {
    UsageRightChanged event = told.event();
    Party organiser = told.names().at(event.organiser(), told.time());
    Party producer = producer(told);
    return new Draft(told, LogEntry.Kind.RIGHT, words)
        .by(producer)
        .inRegistersOf(named(organiser.organisation()))
        .law(PROVISIONS)
        .saying(sentence(event, organiser, producer, words));
  }

  private static List<LocalizedText> named(@Nullable LocalizedText name) {
    return name == null ? List.of() : List.of(name);
  }

  private static Party producer(Told<UsageRightChanged> told) {
    Party producer = told.names().at(told.event().producer(), told.time());
    Party unit = told.names().at(told.event().producerUnit(), told.time());
    return new Party(producer.organisation(), unit.unit());
  }

  private static String sentence(
      UsageRightChanged event, Party organiser, Party producer, Words words) {
    List<String> parts = new ArrayList<>();
    parts.add(
        words.phrase(
            endedByItself(event) ? "right.over" : "right." + event.change(),
            Map.of(
                "organiser", words.who(organiser.organisation(), null),
                "producer", words.who(producer.organisation(), producer.unit()))));
    parts.add(
        words.phrase("right.task", Map.of("task", words.tasks(List.of(event.serviceTask())))));
    parts.add(event.change() == Change.ENDED ? end(event, words) : validity(event, words));
    parts.add(words.phrase("provision", Map.of("provision", words.citations(PROVISIONS))));
    return String.join(" ", parts);
  }

  private static String validity(UsageRightChanged event, Words words) {
    String start = words.day(event.start());
    LocalDate end = event.end();
    return end == null
        ? words.phrase("right.open", Map.of("start", start))
        : words.phrase("right.between", Map.of("start", start, "end", words.day(end)));
  }

  private static String end(UsageRightChanged event, Words words) {
    List<String> parts = new ArrayList<>();
    Instant endedAt = event.endedAt();
    boolean whole = endedAt == null || lastDayPassed(event);
    LocalDate last = endedAt == null || whole ? event.end() : FinnishDays.dayOf(endedAt);
    if (last != null) {
      parts.add(
          words.phrase(whole ? "right.lastDay" : "right.endedOn", Map.of("end", words.day(last))));
    }
    if (event.endReason() != null) {
      String reason = words.phrase("right.reason." + event.endReason());
      parts.add(words.phrase("reason", Map.of("reason", reason)));
    }
    return String.join(" ", parts);
  }

  /** Nobody ended it at that moment: its last day passed, or one of its parties left. */
  private static boolean endedByItself(UsageRightChanged event) {
    RightEndReason reason = event.endReason();
    return lastDayPassed(event) || (reason != null && BY_ITSELF.contains(reason));
  }

  private static boolean lastDayPassed(UsageRightChanged event) {
    LocalDate end = event.end();
    return end != null && FinnishDays.beginning(end.plusDays(1)).equals(event.endedAt());
  }
}
