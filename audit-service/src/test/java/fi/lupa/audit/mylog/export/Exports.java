package fi.lupa.audit.mylog.export;

import fi.lupa.audit.Events;
import fi.lupa.audit.codeset.CodeSets;
import fi.lupa.audit.coverage.Coverage;
import fi.lupa.audit.coverage.Source;
import fi.lupa.audit.entry.Entries;
import fi.lupa.audit.entry.LogEntry;
import fi.lupa.audit.entry.Sentences;
import fi.lupa.audit.party.Names;
import fi.lupa.audit.withholding.Withholdings.Withheld;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.WithholdingGround;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import fi.lupa.platform.problem.ReasonCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** A log of one entry of each sort that a form treats in its own way. */
final class Exports {
  static final UUID ID = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L);

  private static final Entries ENTRIES =
      new Entries(CodeSets.load(ReasonCatalog.load()), Sentences.load());
  private static final List<Event> EVENTS =
      List.of(
          Events.read(Events.CLIENT, 2),
          Events.access(
              Events.CLIENT, Outcome.PERMITTED, Basis.DISCLOSURE, Ground.PERMIT, null, 3, true),
          Events.access(
              Events.CLIENT, Outcome.PARTIAL, Basis.DISCLOSURE, Ground.PROTECTION, null, 1, true),
          Events.access(
              Events.CLIENT, Outcome.PARTIAL, Basis.DISCLOSURE, Ground.PERMIT, null, 0, true),
          Events.denied(Events.CLIENT, "REGISTER_RIGHT_ENDED"),
          Events.fromHealthCare(Events.CLIENT, Ground.PERMIT, Outcome.PERMITTED, 2),
          Events.stored(Events.CLIENT, Outcome.PERMITTED, null),
          Events.destroyed(Events.CLIENT),
          Events.visibility(Events.CLIENT),
          Events.right(Events.CLIENT, Change.GRANTED, null, null, null),
          Events.informing(Events.CLIENT, Channel.CITIZEN),
          Events.noticed(Events.CLIENT, true),
          Events.noticed(Events.CLIENT, false));

  private Exports() {}

  static List<LogEntry> entries(String language) {
    return IntStream.range(0, EVENTS.size())
        .mapToObj(i ->
            ENTRIES.tell(
                new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0100L + i),
                Events.TIME.minusSeconds(i * 3600L * 13),
                EVENTS.get(i),
                Names.NONE,
                language))
        .toList();
  }

  static Cover cover(String language) {
    Instant from = Instant.parse("2026-01-01T00:00:00Z");
    return new Cover(
        ID,
        Events.TIME.plusSeconds(60),
        language,
        new Coverage(
            from,
            Events.TIME.plusSeconds(60),
            Events.TIME.plusSeconds(50),
            List.of(),
            List.of(new Coverage.Gap(Source.CONSENT, 3, from, from, null)),
            List.of()),
        List.of(new Withheld(WithholdingGround.OTHERS_RIGHTS, 4)),
        null);
  }

  static String write(Form form, List<LogEntry> entries, String language) {
    Cover cover = cover(language);
    return form.head(cover) + form.entries(entries, cover, Map.of()) + form.tail();
  }
}
