package fi.lupa.audit.mylog.export;

import fi.lupa.audit.coverage.Coverage;
import fi.lupa.audit.coverage.Coverage.Gap;
import fi.lupa.audit.entry.LogEntry;
import fi.lupa.audit.entry.Sentences;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.print.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A log as pages to be read by a person: day by day, newest first, each entry its sentence. */
final class PdfForm {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm", Locale.ROOT);
  private static final DateTimeFormatter ENGLISH_TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.yyyy", Locale.ROOT);
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private final Sentences sentences;

  PdfForm(Sentences sentences) {
    this.sentences = sentences;
  }

  Page page(List<LogEntry> entries, Cover cover) {
    Page page = new Page(cover.language(), say("export.title", cover));
    page.paragraph(say("export.lead", cover));
    page.facts(facts(entries.size(), cover));
    if (entries.isEmpty()) {
      page.paragraph(say("export.empty", cover));
    }
    Map<LocalDate, List<LogEntry>> days =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> FinnishDays.dayOf(entry.time()),
                    () -> new TreeMap<LocalDate, List<LogEntry>>().descendingMap(),
                    Collectors.toList()));
    days.forEach((day, ofDay) -> {
      page.heading(day(day, cover));
      page.list(ofDay.stream().map(entry -> line(entry, cover)).toList());
    });
    return page;
  }

  private Map<String, String> facts(int count, Cover cover) {
    Coverage coverage = cover.coverage();
    Instant complete = coverage.completeUpTo();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(say("export.madeAt", cover), moment(cover.madeAt(), cover));
    facts.put(say("export.count", cover), Integer.toString(count));
    facts.put(say("export.keptSince", cover), moment(coverage.from(), cover));
    facts.put(
        say("export.completeUpTo", cover),
        complete == null ? say("export.unknown", cover) : moment(complete, cover));
    facts.put(
        say("export.lost", cover),
        Long.toString(coverage.gaps().stream().mapToLong(Gap::count).sum()));
    cover
        .withheld()
        .forEach(one ->
            facts.put(say("export.withheld." + one.ground(), cover), Long.toString(one.count())));
    return facts;
  }

  private static String line(LogEntry entry, Cover cover) {
    return time(entry.time(), cover) + " " + entry.sentence();
  }

  private String say(String key, Cover cover) {
    return sentences.phrase(key, cover.language(), Map.of());
  }

  private static String moment(Instant moment, Cover cover) {
    return day(FinnishDays.dayOf(moment), cover) + " " + time(moment, cover);
  }

  private static String time(Instant moment, Cover cover) {
    ZonedDateTime at = moment.atZone(FinnishDays.ZONE);
    return at.format(cover.language().equals("en") ? ENGLISH_TIME : TIME);
  }

  private static String day(LocalDate day, Cover cover) {
    return day.format(cover.language().equals("en") ? ENGLISH_DAY : DAY);
  }
}
