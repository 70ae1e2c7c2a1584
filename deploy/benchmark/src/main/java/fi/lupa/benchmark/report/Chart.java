package fi.lupa.benchmark.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Lines over a number, as SVG, both axes logarithmic. Written by hand, because the chart libraries
 * for Java draw by AWT, which needs fonts that a server doesn't have.
 *
 * @param limit a value to draw a dashed line at; 0 for none
 */
public record Chart(String title, String across, String up, List<Line> lines, double limit) {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int LEFT = 64;
  private static final int BOTTOM = 48;
  private static final int TOP = 40;
  private static final int RIGHT = 110;
  private static final List<String> COLOURS =
      List.of("#1f5fa8", "#b3400a", "#2e7d32", "#6a1b9a", "#555555");

  /** A named line. */
  public record Line(String name, List<Point> points) {}

  /** A point; both numbers are above 0. */
  public record Point(double x, double y) {}

  /** A logarithmic axis over whole powers of ten. */
  private record Axis(double least, double most, double begin, double end) {
    static Axis of(DoubleStream values, double begin, double end) {
      var range = values.summaryStatistics();
      double least = Math.floor(Math.log10(range.getMin()));
      double most = Math.max(least + 1, Math.ceil(Math.log10(range.getMax())));
      return new Axis(least, most, begin, end);
    }

    double at(double value) {
      return begin + (Math.log10(value) - least) / (most - least) * (end - begin);
    }

    DoubleStream ticks() {
      return DoubleStream.iterate(least, power -> power <= most, power -> power + 1)
          .map(power -> Math.pow(10, power));
    }
  }

  /** The whole file. */
  public String svg() {
    Axis x = Axis.of(all().mapToDouble(Point::x), LEFT, WIDTH - (double) RIGHT);
    DoubleStream values = all().mapToDouble(Point::y);
    Axis y =
        Axis.of(
            limit > 0 ? DoubleStream.concat(values, DoubleStream.of(limit)) : values,
            HEIGHT - (double) BOTTOM,
            TOP);
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="sans-serif" font-size="12">
    <title>%s</title><rect width="100%%" height="100%%" fill="white"/>
    <text x="%d" y="22" font-size="15">%s</text>
    %s%s%s%s</svg>
    """
        .formatted(
            WIDTH,
            HEIGHT,
            escape(title),
            LEFT,
            escape(title),
            grid(x, y),
            names(),
            drawn(x, y),
            limitLine(y));
  }

  private java.util.stream.Stream<Point> all() {
    return lines.stream().flatMap(line -> line.points().stream());
  }

  private static String grid(Axis x, Axis y) {
    String upright =
        x.ticks()
            .mapToObj(tick ->
                rule(x.at(tick), TOP, x.at(tick), HEIGHT - (double) BOTTOM)
                    + text(x.at(tick), HEIGHT - BOTTOM + 16, "middle", number(tick)))
            .collect(Collectors.joining());
    String level =
        y.ticks()
            .mapToObj(tick ->
                rule(LEFT, y.at(tick), WIDTH - (double) RIGHT, y.at(tick))
                    + text(LEFT - 6, y.at(tick) + 4, "end", number(tick)))
            .collect(Collectors.joining());
    return upright + level;
  }

  private String names() {
    return text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", across)
        + "<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>\n"
            .formatted(HEIGHT / 2, escape(up));
  }

  private String drawn(Axis x, Axis y) {
    StringBuilder svg = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.points().isEmpty()) {
        continue;
      }
      String colour = COLOURS.get(i % COLOURS.size());
      String points =
          line.points().stream()
              .map(point -> place(x.at(point.x()), y.at(point.y())))
              .collect(Collectors.joining(" "));
      svg.append(
          "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>\n"
              .formatted(colour, points));
      line.points()
          .forEach(point ->
              svg.append(
                  String.format(
                      Locale.ROOT,
                      "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
                      x.at(point.x()),
                      y.at(point.y()),
                      colour)));
      svg.append(
          "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>\n"
              .formatted(WIDTH - RIGHT + 8, TOP + 14 + 18 * i, colour, escape(line.name())));
    }
    return svg.toString();
  }

  private String limitLine(Axis y) {
    return limit > 0
        ? String.format(
            Locale.ROOT,
            "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#b00020\" stroke-dasharray=\"6 4\"/>%n",
            LEFT,
            WIDTH - RIGHT,
            y.at(limit),
            y.at(limit))
        : "";
  }

  private static String rule(double x1, double y1, double x2, double y2) {
    return String.format(
        Locale.ROOT,
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>%n",
        x1,
        y1,
        x2,
        y2);
  }

  private static String text(double x, double y, String anchor, String text) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
        x,
        y,
        anchor,
        escape(text));
  }

  private static String place(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
  }

  private static String number(double value) {
    return value < 1
        ? String.valueOf(value)
        : String.format(Locale.ROOT, "%,.0f", value).replace(',', ' ');
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
