package fi.lupa.disclosure.retention;

import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.retention.RetentionClass.Start;
import fi.lupa.disclosure.retention.Time.NotKnown;
import fi.lupa.disclosure.retention.Time.Until;
import fi.lupa.disclosure.retention.Time.Why;
import fi.lupa.disclosure.retention.Told.ToldMatter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long a document is kept (Act 703/2023 23 § and annex). Of several classes the longest time
 * holds; where any of them isn't known, none is.
 */
final class RetentionRules {
  private final RetentionClasses classes;

  RetentionRules(RetentionClasses classes) {
    this.classes = classes;
  }

  /** What one class comes to: a last day, or why there is none. */
  private record Part(@Nullable LocalDate last, @Nullable Why why) {
    static Part until(LocalDate start, int years) {
      return new Part(start.plusYears(years), null);
    }

    static Part unknown(Why why) {
      return new Part(null, why);
    }
  }

  /** The document's own time, whatever other documents need. */
  Time time(Kept document, Told told) {
    List<RetentionClass> mine = classes.of(document);
    List<String> keys = mine.stream().map(RetentionClass::key).toList();
    if (mine.isEmpty()) {
      return new NotKnown(Why.CLASS_NOT_KNOWN, keys);
    }
    List<Part> parts = mine.stream().map(one -> part(one, document, told)).toList();
    return parts.stream()
        .map(Part::why)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .<Time>map(why -> new NotKnown(why, keys))
        .orElseGet(() -> new Until(latest(parts.stream().map(Part::last)), keys));
  }

  /** What the document's time is counted from. */
  Set<Start> starts(Kept document) {
    Set<Start> starts = new HashSet<>();
    classes.of(document).forEach(one -> starts.add(one.from()));
    return starts;
  }

  /** The tasks of which every matter must be closed before the document's time begins. */
  Set<ServiceTask> tasksOfLastMatter(Kept document) {
    return classes.of(document).stream()
        .filter(one -> one.from() == Start.LAST_MATTER_CLOSED)
        .flatMap(one -> one.serviceTasks().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Part part(RetentionClass one, Kept document, Told told) {
    return switch (one.from()) {
      case CLIENT_DEATH ->
          told.death()
              .map(died -> Part.until(died, one.years()))
              .orElse(Part.unknown(Why.DEATH_NOT_TOLD));
      case MATTER_CLOSED -> closed(one, document, told, matter -> false);
      case LAST_MATTER_CLOSED ->
          closed(
              one, document, told, matter -> one.serviceTasks().stream().anyMatch(matter::mayBeOf));
      case CHILD_BIRTH -> childBirth(one, document, told);
      case RECORDED -> Part.until(document.recorded(), one.years());
      case VALIDITY_END ->
          document.validTo() == null
              ? Part.unknown(Why.VALIDITY_NOT_TOLD)
              : Part.until(document.validTo(), one.years());
      case NEVER -> Part.unknown(Why.KEPT_PERMANENTLY);
    };
  }

  /**
   * @param more which matters count besides those that the document names
   */
  private static Part closed(
      RetentionClass one, Kept document, Told told, Predicate<ToldMatter> more) {
    Why missing = missing(document, told);
    if (missing != null) {
      return Part.unknown(missing);
    }
    List<ToldMatter> counted =
        told.matters().stream()
            .filter(matter -> document.matters().contains(matter.matter()) || more.test(matter))
            .toList();
    return counted.stream().anyMatch(matter -> matter.closed() == null)
        ? Part.unknown(Why.MATTER_OPEN)
        : Part.until(latest(counted.stream().map(ToldMatter::closed)), one.years());
  }

  private static Part childBirth(RetentionClass one, Kept document, Told told) {
    Why missing = missing(document, told);
    if (missing != null) {
      return Part.unknown(missing);
    }
    List<ToldMatter> named =
        told.matters().stream()
            .filter(matter -> document.matters().contains(matter.matter()))
            .toList();
    return named.stream().anyMatch(matter -> matter.childBorn() == null)
        ? Part.unknown(Why.CHILD_BIRTH_NOT_KNOWN)
        : Part.until(latest(named.stream().map(ToldMatter::childBorn)), one.years());
  }

  private static @Nullable Why missing(Kept document, Told told) {
    if (document.matters().isEmpty()) {
      return Why.MATTER_NOT_NAMED;
    }
    List<String> known = told.matters().stream().map(ToldMatter::matter).toList();
    return known.containsAll(document.matters()) ? null : Why.MATTER_NOT_KNOWN;
  }

  private static LocalDate latest(Stream<@Nullable LocalDate> days) {
    return days.flatMap(Stream::ofNullable).max(Comparator.naturalOrder()).orElseThrow();
  }
}
