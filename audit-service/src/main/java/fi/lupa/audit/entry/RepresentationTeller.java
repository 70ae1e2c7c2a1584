package fi.lupa.audit.entry;

import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.event.RepresentationChanged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells that somebody who may act for the client was entered, changed or taken out. Neither who it
 * is nor what bars that person is told: the reasons for a bar protect people.
 */
final class RepresentationTeller {
  private RepresentationTeller() {}

  static LogEntry tell(Told<RepresentationChanged> told, Words words) {
    RepresentationChanged event = told.event();
    return new Draft(told, LogEntry.Kind.REPRESENTATION, words)
        .representative(event.role())
        .saying(sentence(event, words));
  }

  private static String sentence(RepresentationChanged event, Words words) {
    List<String> parts = new ArrayList<>();
    parts.add(
        words.phrase(
            "representation." + change(event),
            Map.of("role", words.phrase("representative." + event.role()))));
    if (event.state() == RepresentationChanged.State.REGISTERED) {
      matters(event.matters(), words).ifPresent(parts::add);
      parts.add(period(event.validFrom(), event.validUntil(), words));
    }
    return String.join(" ", parts);
  }

  private static String change(RepresentationChanged event) {
    return switch (event.state()) {
      case REGISTERED -> event.version() == 1 ? "entered" : "changed";
      case ENDED -> "ended";
    };
  }

  /** Without any named it is all of them, which needs no saying. */
  private static Optional<String> matters(
      @Nullable Set<RepresentationMatter> matters, Words words) {
    if (matters == null) {
      return Optional.empty();
    }
    String names =
        matters.stream()
            .sorted()
            .map(matter -> words.phrase("representation.matter." + matter))
            .collect(Collectors.joining(", "));
    return Optional.of(words.phrase("representation.matters", Map.of("matters", names)));
  }

  private static String period(LocalDate from, @Nullable LocalDate until, Words words) {
    String start = words.day(from);
    return until == null
        ? words.phrase("right.open", Map.of("start", start))
        : words.phrase("right.between", Map.of("start", start, "end", words.day(until)));
  }
}
