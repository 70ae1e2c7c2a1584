package fi.lupa.audit.mylog;

import fi.lupa.audit.LogTimes;
import fi.lupa.audit.entry.LogEntry.Kind;
import fi.lupa.audit.entry.LogRow;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.platform.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which entries of a log are meant. What isn't named isn't asked for; of several values of one name
 * one must match.
 *
 * @param from the first moment that belongs to it
 * @param until the first moment that no longer does
 * @param organisation who acted, by the log's own identifier
 */
public record LogFilter(
    Instant from,
    Instant until,
    @Nullable UUID organisation,
    Set<Kind> kinds,
    Set<Basis> bases,
    Set<ServiceTask> tasks) {
  /** The whole log. */
  static final LogFilter ALL =
      new LogFilter(LogTimes.EARLIEST, LogTimes.END, null, Set.of(), Set.of(), Set.of());

  /**
   * @param query {@code from} and {@code to} (days of the Finnish calendar, both included), {@code
   *     organisation}, {@code kind}, {@code basis}, {@code serviceTask}
   * @throws Problem REQUEST_INVALID when one of them has no such value
   */
  public static LogFilter of(MultiValueMap<String, String> query) {
    LocalDate to = day(query, "to");
    return new LogFilter(
        start(day(query, "from"), LogTimes.EARLIEST),
        start(to == null || to.equals(LocalDate.MAX) ? null : to.plusDays(1), LogTimes.END),
        organisation(query),
        values(query, "kind", Kind.class),
        values(query, "basis", Basis.class),
        values(query, "serviceTask", ServiceTask.class));
  }

  /** Whether all entries of its days match. */
  boolean ofDaysOnly() {
    return organisation == null && kinds.isEmpty() && bases.isEmpty() && tasks.isEmpty();
  }

  /**
   * The same for each run of years without a gap, as far as the years belong to it.
   *
   * @param years in UTC, the newest first
   */
  List<LogFilter> during(List<Integer> years) {
    List<LogFilter> runs = new ArrayList<>();
    int last = 0;
    for (int n = 0; n < years.size(); n++) {
      if (n == 0 || years.get(n) < years.get(n - 1) - 1) {
        last = years.get(n);
      }
      if (n + 1 == years.size() || years.get(n + 1) < years.get(n) - 1) {
        runs.add(between(start(years.get(n)), start(last + 1)));
      }
    }
    return List.copyOf(runs);
  }

  /** The same, within these moments. */
  LogFilter between(Instant first, Instant end) {
    return new LogFilter(
        first.isAfter(from) ? first : from,
        end.isBefore(until) ? end : until,
        organisation,
        kinds,
        bases,
        tasks);
  }

  /** Its whole years, in UTC; no moment at its end when it has none. */
  LogFilter wholeYears() {
    Instant first = start(year(from.minusNanos(1)) + 1);
    Instant end = start(year(until));
    return first.isBefore(end) ? between(first, end) : between(until, until);
  }

  private static int year(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC).getYear();
  }

  private static Instant start(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  Integer[] kindCodes() {
    return kinds.stream().map(Kind::code).toArray(Integer[]::new);
  }

  Integer[] basisCodes() {
    return bases.stream().map(LogRow::code).toArray(Integer[]::new);
  }

  int taskBits() {
    return LogRow.bits(tasks);
  }

  /** Days before and after all that the log can hold come to its ends. */
  private static Instant start(@Nullable LocalDate day, Instant otherwise) {
    if (day == null) {
      return otherwise;
    }
    Instant start = FinnishDays.beginning(day);
    if (start.isBefore(LogTimes.EARLIEST)) {
      return LogTimes.EARLIEST;
    }
    return start.isAfter(LogTimes.END) ? LogTimes.END : start;
  }

  private static @Nullable LocalDate day(MultiValueMap<String, String> query, String name) {
    String text = query.getFirst(name);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Problem.invalid("/" + name, "must be a day, yyyy-MM-dd");
    }
  }

  private static @Nullable UUID organisation(MultiValueMap<String, String> query) {
    String text = query.getFirst("organisation");
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("/organisation", "must be an identifier that the log gave");
    }
  }

  private static <E extends Enum<E>> Set<E> values(
      MultiValueMap<String, String> query, String name, Class<E> type) {
    Set<E> values = EnumSet.noneOf(type);
    for (String text : query.getOrDefault(name, List.of())) {
      try {
        values.add(Enum.valueOf(type, text));
      } catch (IllegalArgumentException e) {
        throw Problem.invalid("/" + name, "has no such value");
      }
    }
    return values;
  }
}
