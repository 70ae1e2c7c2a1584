package fi.lupa.benchmark.report;

import fi.lupa.benchmark.report.Chart.Line;
import fi.lupa.benchmark.report.Chart.Point;
import fi.lupa.benchmark.report.Report.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How one query does with more processors, more instances and more documents of a client, as a
 * Markdown text with plots.
 */
public record Matrix(List<String> conditions, List<Row> rows) {
  private static final double LEAST = 0.01;

  /**
   * One number of processors and instances.
   *
   * @param query at rising rates
   * @param sizes the query of clients with so many documents, at one low rate
   */
  public record Row(int cores, int instances, Measured query, List<Size> sizes) {
    String name() {
      return "%d cores, %d inst.".formatted(cores, instances);
    }
  }

  /** Writes {@code matrix.md} and its plots; gives the text's path. */
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("matrix-rates.svg"), byRate().svg());
    Files.writeString(folder.resolve("matrix-documents.svg"), byDocuments().svg());
    return Files.writeString(folder.resolve("matrix.md"), markdown());
  }

  private Chart byRate() {
    return new Chart(
        "p99 of the usage-right query by rate",
        "requests per second, at a constant rate",
        "ms",
        lines(row ->
            row.query().found().steps().stream()
                .filter(step -> step.micros().getTotalCount() > 0)
                .map(step -> new Point(step.rate(), Math.max(LEAST, step.millis(99))))
                .toList()),
        rows.getFirst().query().found().limit().toMillis());
  }

  private Chart byDocuments() {
    return new Chart(
        "p50 of the usage-right query by documents",
        "documents of a client",
        "ms",
        lines(row ->
            row.sizes().stream()
                .filter(size -> size.step().micros().getTotalCount() > 0)
                .map(size -> new Point(size.size(), Math.max(LEAST, size.step().millis(50))))
                .toList()),
        0);
  }

  private List<Line> lines(Function<Row, List<Point>> points) {
    return rows.stream().map(row -> new Line(row.name(), points.apply(row))).toList();
  }

  /** The text alone. */
  public String markdown() {
    return """
    # By cores, instances and documents of a client

    %s

    The usage-right query through the gateways. Load generator, Lupa, PostgreSQL and Kafka shared the cores. Two instances are two of gateway,
    disclosure-service and audit-service each, on one PostgreSQL and one Kafka, and requests went to both gateways in turn. The highest rate is
    that at which each request was answered as it should be and 99 of 100 within %d ms, counted from the moment when a request was due.

    | Cores | Instances | Highest rate/s | p50 ms | p99 ms | processor ms per query |
    |---|---|---|---|---|---|
    %s

    ![by rate](matrix-rates.svg)

    By documents of a client, at 20 queries/s; an answer has 200 documents at most:

    | Documents | Cores | Instances | p50 ms | p99 ms | bytes | errors |
    |---|---|---|---|---|---|---|
    %s

    ![by documents](matrix-documents.svg)
    """
        .formatted(
            conditions.stream().map(line -> "- " + line).collect(Collectors.joining("\n")),
            rows.getFirst().query().found().limit().toMillis(),
            rows.stream().map(Matrix::rate).collect(Collectors.joining("\n")),
            rows.stream()
                .flatMap(row -> row.sizes().stream().map(size -> size(row, size)))
                .collect(Collectors.joining("\n")));
  }

  private static String rate(Row row) {
    return row.query()
        .found()
        .highest()
        .map(step ->
            String.format(
                Locale.ROOT,
                "| %d | %d | %.0f | %.1f | %.1f | %.1f |",
                row.cores(),
                row.instances(),
                step.answered(),
                step.millis(50),
                step.millis(99),
                row.query().cpuMillis().orElse(0.0)))
        .orElseGet(() -> "| %d | %d | none held | | | |".formatted(row.cores(), row.instances()));
  }

  private static String size(Row row, Size size) {
    return String.format(
        Locale.ROOT,
        "| %d | %d | %d | %.1f | %.1f | %d | %d |",
        size.size(),
        row.cores(),
        row.instances(),
        size.step().millis(50),
        size.step().millis(99),
        size.step().bytesEach(),
        size.step().failed());
  }
}
