package fi.lupa.audit.entry;

import fi.lupa.audit.entry.LogEntry.Documents;
import fi.lupa.audit.entry.LogEntry.Kind;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.event.Controller;
import fi.lupa.contracts.event.RecordsQueried;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells an access: who asked, what was given, whose register, on what ground, for what, and why
 * not. One despite the client's will to protect somebody (Act 703/2023 56 §) is a kind of its own,
 * begins with that and ends with what the client can do about it.
 */
final class AccessTeller {
  /** Grounds that stand without the client's will; of break-glass its own sentence says so. */
  private static final Set<Ground> WITHOUT_PERMIT =
      EnumSet.of(Ground.STATUTORY_AUTHORITY, Ground.INCAPACITY, Ground.JOINT_SERVICE);

  private AccessTeller() {}

  static LogEntry tell(Told<RecordsQueried> told, Words words) {
    RecordsQueried event = told.event();
    return new Draft(told, isBreakGlass(event) ? Kind.BREAK_GLASS : Kind.ACCESS, words)
        .outcome(event.outcome(), event.reasonCode())
        .by(event.requester())
        .inRegisters(event.controllers())
        .purpose(words.in(words.codes().purpose(event.purpose())))
        .basis(event.basis(), event.ground())
        .law(event.legalReferences())
        .documents(documents(event, words))
        .source(event.source())
        .wideSearch(wideSearch(event, words))
        .saying(sentence(event, words));
  }

  private static String sentence(RecordsQueried event, Words words) {
    List<String> parts = new ArrayList<>();
    if (isBreakGlass(event)) {
      parts.add(words.phrase("breakGlass"));
    }
    parts.add(act(event, words));
    if (event.outcome() == Outcome.PARTIAL && count(event) > 0) {
      parts.add(words.phrase(isSummary(event) ? "summary.partial" : "access.partial"));
    }
    if (event.source() == Sector.HEALTH) {
      parts.add(words.phrase("source.HEALTH"));
    }
    Grounds.register(event.controllers(), words).ifPresent(parts::add);
    parts.addAll(whyAllowed(event, words));
    String purpose = words.in(words.codes().purpose(event.purpose()));
    parts.add(words.phrase("purpose", Map.of("purpose", purpose)));
    Grounds.because(event.reasonCode(), words).ifPresent(parts::add);
    if (isBreakGlass(event) && count(event) > 0) {
      parts.add(words.phrase("breakGlass.ask"));
    }
    return String.join(" ", parts);
  }

  /** The ground, whether it needs the client's permit, and the reason for searching widely. */
  private static List<String> whyAllowed(RecordsQueried event, Words words) {
    List<String> parts = new ArrayList<>();
    parts.add(ground(event, words));
    if (count(event) > 0 && event.ground() != null && WITHOUT_PERMIT.contains(event.ground())) {
      parts.add(words.phrase("ground.withoutPermit"));
    }
    String reason = wideSearch(event, words);
    if (reason != null) {
      parts.add(words.phrase("wideSearch", Map.of("reason", reason)));
    }
    return parts;
  }

  private static @Nullable String wideSearch(RecordsQueried event, Words words) {
    String reason = event.wideSearchReason();
    return reason == null ? null : words.in(words.codes().wideSearchReason(reason));
  }

  private static boolean isBreakGlass(RecordsQueried event) {
    return Boolean.TRUE.equals(event.breakGlass());
  }

  private static String act(RecordsQueried event, Words words) {
    String who = words.who(event.requester().organisationName(), event.requester().unitName());
    long count = count(event);
    String act =
        isSummary(event) ? "summary." + summary(event, count) : "access." + act(event, count);
    return words.phrase(act, Map.of("who", who, "count", Long.toString(count)));
  }

  private static boolean isSummary(RecordsQueried event) {
    return Boolean.TRUE.equals(event.summary());
  }

  private static String summary(RecordsQueried event, long count) {
    if (event.outcome() == Outcome.DENIED) {
      return "denied";
    }
    if (count == 0) {
      return event.outcome() == Outcome.PARTIAL ? "withheld" : "nothing";
    }
    return "read";
  }

  private static String act(RecordsQueried event, long count) {
    if (event.outcome() == Outcome.DENIED) {
      return "denied";
    }
    if (count == 0) {
      return event.outcome() == Outcome.PARTIAL ? "withheld" : "nothing";
    }
    return (event.content() ? "read" : "listed") + (count == 1 ? ".one" : ".many");
  }

  private static String ground(RecordsQueried event, Words words) {
    LocalizedText ground =
        event.basis() == Basis.DISCLOSURE && event.ground() != null
            ? words.codes().ground(event.ground())
            : words.codes().basis(event.basis());
    String key = event.outcome() == Outcome.DENIED ? "ground.claimed" : "ground";
    return Grounds.ground(key, words.in(ground), event.legalReferences(), words);
  }

  private static long count(RecordsQueried event) {
    return event.documents().stream().mapToLong(RecordsQueried.DocumentGroup::count).sum();
  }

  private static List<Documents> documents(RecordsQueried event, Words words) {
    return event.documents().stream()
        .map(group ->
            new Documents(
                group.documentType(),
                words.in(words.codes().documentType(group.documentType())),
                words.taskList(group.serviceTasks()),
                name(event, group.controller()),
                group.count()))
        .toList();
  }

  private static @Nullable LocalizedText name(RecordsQueried event, Oid controller) {
    return event.controllers().stream()
        .filter(one -> one.organisation().equals(controller))
        .map(Controller::name)
        .findFirst()
        .orElse(null);
  }
}
