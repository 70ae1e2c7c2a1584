package fi.lupa.benchmark.report;

import fi.lupa.benchmark.rate.Step;
import fi.lupa.benchmark.report.Chart.Line;
import fi.lupa.benchmark.report.Chart.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A run as a Markdown file with plots.
 *
 * @param conditions machine, versions, numbers of clients and the like, a line each
 * @param compared what the machine gives at most, by name
 */
public record Report(
    List<String> conditions, List<Measured> scenarios, List<Compared> compared, List<Grown> grown) {
  /**
   * How one query's time grows with something.
   *
   * @param what such as "documents of a client"
   */
  public record Grown(String what, List<Size> sizes) {}

  /** A size and what the query cost there, at a rate that leaves the machine idle for the most. */
  public record Size(int size, Step step) {}

  /** Writes {@code report.md} and its plots; gives the report's path. */
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Measured one : scenarios) {
      Files.writeString(folder.resolve(one.key() + ".svg"), chart(one).svg());
    }
    for (int i = 0; i < grown.size(); i++) {
      Files.writeString(folder.resolve("growth-" + i + ".svg"), chart(grown.get(i)).svg());
    }
    return Files.writeString(folder.resolve("report.md"), markdown());
  }

  private static Chart chart(Measured one) {
    return new Chart(
        one.name() + ": latency by rate",
        "requests per second, at a constant rate",
        "ms",
        List.of(line(one, 50), line(one, 99)),
        one.found().limit().toMillis());
  }

  private static Line line(Measured one, int percentile) {
    return new Line(
        "p" + percentile,
        one.found().steps().stream()
            .filter(step -> step.micros().getTotalCount() > 0)
            .map(step -> new Point(step.rate(), Math.max(0.01, step.millis(percentile))))
            .toList());
  }

  private static Chart chart(Grown one) {
    return new Chart(
        "latency by " + one.what(), one.what(), "ms", List.of(line(one, 50), line(one, 99)), 0);
  }

  private static Line line(Grown one, int percentile) {
    return new Line(
        "p" + percentile,
        one.sizes().stream()
            .map(size -> new Point(size.size(), Math.max(0.01, size.step().millis(percentile))))
            .toList());
  }

  /** The text alone. */
  public String markdown() {
    return """
    # What Lupa did here

    %s

    The highest rate is that at which each request was answered as it should be and 99 of 100 within %d ms, counted from the moment
    when a request was due. Load generator, Lupa, PostgreSQL and Kafka shared the machine.

    | Scenario | Highest rate/s | p50 ms | p99 ms | p99.9 ms | bytes | generator late p99 ms |%s
    |---|---|---|---|---|---|---|%s
    %s

    | What the machine gives at most | per second | measured by |
    |---|---|---|
    %s

    ## Processor time per request, in ms, at the highest rate

    %s

    ## Every rate

    %s
    %s%s\
    """
        .formatted(
            conditions.stream().map(line -> "- " + line).collect(Collectors.joining("\n")),
            scenarios.getFirst().found().limit().toMillis(),
            compared.stream().map(one -> " of " + one.name() + " |").collect(Collectors.joining()),
            "---|".repeat(compared.size()),
            scenarios.stream().map(this::row).collect(Collectors.joining("\n")),
            compared.stream()
                .map(one ->
                    String.format(
                        Locale.ROOT, "| %s | %,.0f | %s |", one.name(), one.perSecond(), one.how()))
                .collect(Collectors.joining("\n")),
            processors(),
            steps(),
            scenarios.stream()
                .map(one -> "\n![%s](%s.svg)\n".formatted(one.name(), one.key()))
                .collect(Collectors.joining()),
            growth());
  }

  private String row(Measured one) {
    String ratios =
        compared.stream()
            .map(other ->
                other.perSecond() == 0
                    ? " |"
                    : " %s |".formatted(three(one.perSecond() / other.perSecond())))
            .collect(Collectors.joining());
    return one.found()
        .highest()
        .map(step ->
            String.format(
                Locale.ROOT,
                "| %s | %.0f | %.1f | %.1f | %.1f | %d | %.1f |%s",
                one.name(),
                step.answered(),
                step.millis(50),
                step.millis(99),
                step.millis(99.9),
                step.bytesEach(),
                step.lagMillis(),
                ratios))
        .orElseGet(() -> "| %s | none held | | | | | |%s".formatted(one.name(), ratios));
  }

  private String processors() {
    List<String> parts =
        scenarios.stream().flatMap(one -> one.cpu().keySet().stream()).distinct().sorted().toList();
    String head =
        "| Scenario | all |"
            + parts.stream().map(part -> " " + part + " |").collect(Collectors.joining());
    String rule = "|---|---|" + "---|".repeat(parts.size());
    return head
        + "\n"
        + rule
        + "\n"
        + scenarios.stream()
            .filter(one -> !one.cpu().isEmpty())
            .map(one -> processors(one, parts))
            .collect(Collectors.joining("\n"));
  }

  private static String processors(Measured one, List<String> parts) {
    Map<String, Duration> cpu = one.cpu();
    return "| %s | %s |".formatted(one.name(), three(one.cpuMillis().orElse(0.0)))
        + parts.stream()
            .map(part ->
                " %s |".formatted(three(cpu.getOrDefault(part, Duration.ZERO).toNanos() / 1e6)))
            .collect(Collectors.joining());
  }

  private String steps() {
    return """
    | Scenario | rate/s | answered/s | p50 ms | p99 ms | max ms | errors |
    |---|---|---|---|---|---|---|
    """
        + scenarios.stream()
            .flatMap(one -> one.found().steps().stream().map(step -> step(one, step)))
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String step(Measured one, Step step) {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.0f%s | %.1f | %.1f | %.1f | %s |",
        one.key(),
        step.rate(),
        step.answered(),
        step.behind() ? ", given up" : "",
        step.millis(50),
        step.millis(99),
        step.millis(100),
        step.errors().isEmpty() ? "0" : step.errors().toString());
  }

  private String growth() {
    if (grown.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n## How the cost grows\n");
    for (int i = 0; i < grown.size(); i++) {
      Grown one = grown.get(i);
      text.append("\n| ")
          .append(one.what())
          .append(" | p50 ms | p99 ms | bytes |\n|---|---|---|---|\n");
      for (Size size : one.sizes()) {
        text.append(
            String.format(
                Locale.ROOT,
                "| %d | %.1f | %.1f | %d |%n",
                size.size(),
                size.step().millis(50),
                size.step().millis(99),
                size.step().bytesEach()));
      }
      text.append("\n![%s](growth-%d.svg)\n".formatted(one.what(), i));
    }
    return text.toString();
  }

  private static String three(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }
}
