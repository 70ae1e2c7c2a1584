package fi.lupa.audit.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the log promises: between {@code from} and {@code completeUpTo} it has every event but those
 * in {@code gaps}; those in {@code closedGaps} were missing and aren't any more.
 *
 * @param from since when the log is kept, or from when on what it holds still has time
 * @param to when this was said
 * @param completeUpTo absent while a source hasn't said how far it is
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Coverage(
    Instant from,
    Instant to,
    @Nullable Instant completeUpTo,
    List<Reach> sources,
    List<Gap> gaps,
    List<Gap> closedGaps) {
  /**
   * How far one source is complete.
   *
   * @param lagSeconds how long before {@code to} that is
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Reach(Source source, @Nullable Instant completeUpTo, @Nullable Long lagSeconds) {}

  /**
   * Events of one source that came and couldn't be read; {@code from} and {@code to} are when they
   * were sent.
   *
   * @param closedAt when the last of them came into the log after all; null while they are missing
   */
  public record Gap(
      Source source, long count, Instant from, Instant to, @Nullable Instant closedAt) {}

  /**
   * How far one partition of a source's topic has been read; null when the source has said nothing
   * there.
   */
  record Mark(Source source, @Nullable Instant upTo) {}

  static Coverage of(Instant from, Instant now, List<Mark> marks, List<Gap> gaps) {
    List<Reach> sources =
        Arrays.stream(Source.values()).map(source -> reach(source, marks, now)).toList();
    return new Coverage(
        from,
        now,
        least(sources.stream().map(Reach::completeUpTo).toList()),
        sources,
        sorted(gaps.stream().filter(gap -> gap.closedAt() == null)),
        sorted(gaps.stream().filter(gap -> gap.closedAt() != null)));
  }

  private static List<Gap> sorted(Stream<Gap> gaps) {
    return gaps.sorted(Comparator.comparing(Gap::source)).toList();
  }

  private static Reach reach(Source source, List<Mark> marks, Instant now) {
    Instant upTo =
        least(marks.stream().filter(mark -> mark.source() == source).map(Mark::upTo).toList());
    return new Reach(
        source, upTo, upTo == null ? null : Math.max(0, Duration.between(upTo, now).toSeconds()));
  }

  /** The earliest; null when there is none, or one of them is unknown. */
  private static @Nullable Instant least(List<? extends @Nullable Instant> moments) {
    Instant least = null;
    for (Instant moment : moments) {
      if (moment == null) {
        return null;
      }
      least = least == null || moment.isBefore(least) ? moment : least;
    }
    return least;
  }
}
