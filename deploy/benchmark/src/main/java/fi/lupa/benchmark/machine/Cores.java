package fi.lupa.benchmark.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Some of the processors that this process may use, to run on no others.
 *
 * @param numbers as the operating system counts them
 */
public record Cores(List<Integer> numbers) {
  private static final String ALLOWED = "Cpus_allowed_list:";

  /** All that this process may use. */
  public static Cores allowed() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith(ALLOWED))
        .map(line -> of(line.substring(ALLOWED.length()).trim()))
        .findFirst()
        .orElseThrow();
  }

  /** Reads the system's way of writing them, as in {@code 0-2,5}. */
  static Cores of(String list) {
    return new Cores(Stream.of(list.split(",")).flatMapToInt(Cores::range).boxed().toList());
  }

  private static IntStream range(String text) {
    String[] ends = text.split("-");
    return IntStream.rangeClosed(
        Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
  }

  /** How many. */
  public int count() {
    return numbers.size();
  }

  /** The first of them. */
  public Cores first(int count) {
    return new Cores(numbers.subList(0, count));
  }

  /** What a command line begins with so that it runs on these only, with all that it starts. */
  public List<String> prefix() {
    return List.of("taskset", "-c", list());
  }

  /** Lets this process, with what it starts from now on, run on these only. */
  public void keepTo() throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder("taskset", "-apc", list(), String.valueOf(ProcessHandle.current().pid()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IllegalStateException("taskset ended with " + exit);
    }
  }

  private String list() {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
