package fi.lupa.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.benchmark.rate.HighestRate;
import fi.lupa.benchmark.rate.Step;
import fi.lupa.benchmark.report.Chart.Line;
import fi.lupa.benchmark.report.Chart.Point;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportTest {
  private static final Duration LIMIT = Duration.ofMillis(100);

  @TempDir Path folder;

  @Test
  void tellsTheHighestRateAndItsRatioToWhatTheMachineGives() {
    String text = report().markdown();

    assertThat(text)
        .contains("- a machine\n- 60 clients")
        .contains("99 of 100 within 100 ms")
        .contains("| usage-right query | 150 | 20.0 | 20.0 | 20.0 | 12 | 0.0 | 0.100 |")
        .contains("| bare endpoint | 1,500 | the same requests |")
        .contains("| usage-right query | 3.500 | 1.500 | 2.000 |")
        .contains("| query | 225 | 225 | 400.1 | 400.1 | 400.1 | 0 |");
  }

  @Test
  void saysWhenNoRateHeld() {
    Report report =
        new Report(
            List.of("a machine"),
            List.of(measured("query", "usage-right query", List.of(step(100, 500)))),
            List.of(),
            List.of());

    assertThat(report.markdown()).contains("| usage-right query | none held |");
  }

  @Test
  void writesAReportWhosePlotsAreThere() throws Exception {
    Path written = report().write(folder.resolve("new/folder"));

    String text = Files.readString(written);
    assertThat(text).contains("](query.svg)").contains("](growth-0.svg)");
    for (String plot : List.of("query.svg", "growth-0.svg")) {
      Document svg = xml(Files.readString(written.resolveSibling(plot)));
      assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    }
  }

  @Test
  void aChartShowsEachPointInsideItsFrameAndTheLimit() throws Exception {
    Document svg =
        xml(
            new Chart(
                    "a < b & c",
                    "rate",
                    "ms",
                    List.of(new Line("p50", List.of(new Point(10, 0.5), new Point(5_000, 900)))),
                    100)
                .svg());

    var circles = svg.getElementsByTagName("circle");
    assertThat(circles.getLength()).isEqualTo(2);
    for (int i = 0; i < circles.getLength(); i++) {
      var at = circles.item(i).getAttributes();
      assertThat(Double.parseDouble(at.getNamedItem("cx").getNodeValue())).isBetween(64.0, 530.0);
      assertThat(Double.parseDouble(at.getNamedItem("cy").getNodeValue())).isBetween(40.0, 312.0);
    }
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("a < b & c");
    assertThat(svg.getDocumentElement().getTextContent()).contains("10 000");
  }

  @Test
  void holdsANewRunAgainstAnOlderOneOfTheSameKindOfMachine() throws IOException {
    Path file = folder.resolve("figures.json");
    Figures.read(file).with("4 cores", Map.of("query / bare", 0.3, "log / bare", 0.5)).write(file);
    Figures kept = Figures.read(file);

    assertThat(kept.know("4 cores")).isTrue();
    assertThat(kept.know("2 cores")).isFalse();
    assertThat(kept.worse("4 cores", Map.of("query / bare", 0.16, "log / bare", 0.25))).isEmpty();
    assertThat(kept.worse("4 cores", Map.of("query / bare", 0.14, "log / bare", 0.6)))
        .containsExactly("query / bare was 0.300 and is 0.140");
    assertThat(kept.worse("4 cores", Map.of("query / pgbench", 0.3)))
        .as("nothing was compared with the bare endpoint")
        .isEmpty();
    assertThat(kept.worse("4 cores", Map.of("query / bare", 0.3)))
        .as("a scenario that no longer holds at any rate")
        .containsExactly("log / bare was 0.500 and is 0.000");
    assertThat(kept.worse("2 cores", Map.of())).isEmpty();
  }

  @Test
  void takesTheBetterOfTwoTriesForEachRatio() {
    assertThat(
            Figures.better(
                Map.of("query / bare", 0.3, "log / bare", 0.2),
                Map.of("query / bare", 0.1, "log / bare", 0.4)))
        .isEqualTo(Map.of("query / bare", 0.3, "log / bare", 0.4));
  }

  @Test
  void ratiosAreOfTheHighestRatesOfOneRun() {
    assertThat(Figures.ratios(report()).get("query / bare"))
        .isCloseTo(0.1, org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void ratiosOfProcessorTimeAreKeptApart() {
    assertThat(Figures.ratios(report())).containsEntry("query / bare, processor time", 0.125);
    Figures kept =
        new Figures(Map.of())
            .with("4 cores", Figures.ratios(report()))
            .with("2 cores", Map.of("query / bare", 0.3));

    assertThat(kept.ofProcessors().know("2 cores")).isFalse();
    assertThat(kept.ofProcessors().byMachine().get("4 cores"))
        .containsOnlyKeys("query / bare, processor time");
    assertThat(
            kept.ofProcessors()
                .worse(
                    "4 cores", Map.of("query / bare", 0.0, "query / bare, processor time", 0.06)))
        .containsExactly("query / bare, processor time was 0.125 and is 0.060");
  }

  private static Report report() {
    return new Report(
        List.of("a machine", "60 clients"),
        List.of(
            measured(
                "query",
                "usage-right query",
                List.of(step(100, 10), step(150, 20), step(225, 400)))),
        List.of(new Compared("bare", "bare endpoint", 1_500, "the same requests", 0.5)),
        List.of(
            new Report.Grown(
                "documents of a client",
                List.of(new Report.Size(1, step(20, 5)), new Report.Size(1_000, step(20, 50))))));
  }

  private static Measured measured(String key, String name, List<Step> steps) {
    return new Measured(
        key,
        name,
        new HighestRate.Found(steps, LIMIT),
        Map.of(
            "gateway",
            Duration.ofNanos(2_000_000),
            "disclosure-service",
            Duration.ofNanos(1_500_000)),
        4);
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

  private static Document xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }
}
