package fi.lupa.benchmark.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Processor time of each part of a Lupa that {@code ./lupa up} started, from {@code /proc}. A
 * part's child processes count to it, also those that have ended: PostgreSQL works in children.
 *
 * @param home the folder of that Lupa
 */
public record ProcessTimes(Path home) {
  /** {@code sysconf(_SC_CLK_TCK)} of every Linux that runs Java 25. */
  private static final long TICKS_PER_SECOND = 100;

  private static final int STATE = 0;
  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int CHILDREN_SYSTEM = 14;

  record Stat(long parent, long ticks) {}

  /** Processor time since the start of each part, by its name. */
  public Map<String, Duration> now() {
    Map<Long, Stat> all = all();
    Map<String, Duration> times = new TreeMap<>();
    for (Path file : pidFiles()) {
      String name = file.getFileName().toString().replace(".pid", "");
      long ticks = ticks(pid(file), all);
      times.put(name, Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND));
    }
    return times;
  }

  /** Resident memory of all parts together, in MiB; pages that processes share count once each. */
  public double residentMib() {
    Map<Long, Stat> all = all();
    return pidFiles().stream()
            .flatMap(file -> family(pid(file), all))
            .mapToLong(ProcessTimes::proportionalKib)
            .sum()
        / 1024.0;
  }

  private static long ticks(long pid, Map<Long, Stat> all) {
    return family(pid, all).mapToLong(one -> all.getOrDefault(one, new Stat(0, 0)).ticks()).sum();
  }

  private static Stream<Long> family(long pid, Map<Long, Stat> all) {
    if (!all.containsKey(pid)) {
      return Stream.empty();
    }
    return Stream.concat(
        Stream.of(pid),
        all.entrySet().stream()
            .filter(one -> one.getValue().parent() == pid)
            .flatMap(child -> family(child.getKey(), all)));
  }

  private List<Path> pidFiles() {
    try (Stream<Path> files = Files.list(home.resolve("run"))) {
      return files.filter(file -> file.toString().endsWith(".pid")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long pid(Path file) {
    try {
      return Long.parseLong(Files.readString(file).trim().split("\\s+")[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Long, Stat> all() {
    Map<Long, Stat> all = new TreeMap<>();
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      processes
          .filter(path -> path.getFileName().toString().matches("\\d+"))
          .forEach(path -> read(path, all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** A process that has just ended is passed over: its parent's line has its time. */
  private static void read(Path process, Map<Long, Stat> all) {
    try {
      Stat stat = stat(Files.readString(process.resolve("stat")));
      all.put(Long.parseLong(process.getFileName().toString()), stat);
    } catch (IOException ended) {
      return;
    }
  }

  /** The name stands in brackets and may hold anything; the fields are counted behind it. */
  static Stat stat(String line) {
    String[] fields = line.substring(line.lastIndexOf(')') + 2).trim().split(" ");
    if (fields[STATE].length() != 1) {
      throw new IllegalArgumentException("not a line of /proc/<pid>/stat");
    }
    long ticks = 0;
    for (int i = USER; i <= CHILDREN_SYSTEM; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return new Stat(Long.parseLong(fields[PARENT]), ticks);
  }

  private static long proportionalKib(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .sum();
    } catch (IOException | UncheckedIOException ended) {
      return 0;
    }
  }
}
