package fi.lupa.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.benchmark.rate.HighestRate;
import fi.lupa.benchmark.rate.Step;
import fi.lupa.benchmark.report.Report.Size;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixTest {
  @TempDir Path folder;

  @Test
  void tellsRatesByCoresAndTimesByDocumentsWithAPlotOfEach() throws Exception {
    Matrix matrix =
        new Matrix(
            List.of("a machine"), List.of(row(2, 1, 20, 300), row(4, 2, 10, 20), row(4, 1, 400)));

    String text = Files.readString(matrix.write(folder.resolve("new")));

    assertThat(text)
        .contains("- a machine")
        .contains("| 2 | 1 | 100 | 20.0 | 20.0 | 3.5 |")
        .contains("| 4 | 2 | 200 | 20.0 | 20.0 | 3.5 |")
        .contains("| 4 | 1 | none held |")
        .contains("| 1000 | 4 | 2 | 50.0 | 50.0 | 12 | 0 |");
    for (String plot : List.of("matrix-rates.svg", "matrix-documents.svg")) {
      assertThat(text).contains("](" + plot + ")");
      assertThat(Files.readString(folder.resolve("new").resolve(plot)))
          .contains("2 cores, 1 inst.", "4 cores, 2 inst.");
    }
  }

  private static Matrix.Row row(int cores, int instances, long... millis) {
    List<Step> steps = new java.util.ArrayList<>();
    for (int i = 0; i < millis.length; i++) {
      steps.add(step(100 * (i + 1), millis[i]));
    }
    return new Matrix.Row(
        cores,
        instances,
        new Measured(
            "query",
            "usage-right query",
            new HighestRate.Found(steps, Duration.ofMillis(100)),
            Map.of("gateway", Duration.ofNanos(3_500_000)),
            3.5),
        List.of(new Size(1, step(20, 5)), new Size(1_000, step(20, 50))));
  }

  private static Step step(double rate, long millis) {
    Histogram micros = new Histogram(60_000_000, 3);
    micros.recordValueWithCount(millis * 1000, (long) rate);
    return new Step(
        rate,
        Duration.ofSeconds(1),
        micros,
        new Histogram(60_000_000, 3),
        Map.of(),
        (long) (rate * 12),
        false);
  }
}
