package fi.lupa.benchmark.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What kind of machine this is; figures of one kind say nothing of another.
 *
 * @param cores that this process may use
 * @param memoryGib rounded
 */
public record Machine(String processor, int cores, long memoryGib, String java, double load) {
  /** This machine now. */
  public static Machine here() throws IOException {
    return new Machine(
        first(Files.readAllLines(Path.of("/proc/cpuinfo")), "model name"),
        Runtime.getRuntime().availableProcessors(),
        Math.round(
            Double.parseDouble(
                    first(Files.readAllLines(Path.of("/proc/meminfo")), "MemTotal")
                        .replaceAll("[^0-9]", ""))
                / 1024
                / 1024),
        Runtime.version().toString(),
        Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]));
  }

  /** Machines of one kind have the same text. */
  public String kind() {
    return "%s, %d cores".formatted(processor, cores);
  }

  /** For people. */
  public String text() {
    return String.format(
        Locale.ROOT, "%s, %d GiB, JDK %s, load %.1f before the run", kind(), memoryGib, java, load);
  }

  private static String first(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .flatMap(line -> Stream.of(line.substring(line.indexOf(':') + 1).trim()))
        .findFirst()
        .orElse("unknown");
  }
}
