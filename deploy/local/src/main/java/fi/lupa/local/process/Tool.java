package fi.lupa.local.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Small programs of the operating system. */
public final class Tool {

  private static final File NOTHING = new File("/dev/null");

  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  private Tool() {}

  /** Ends those that still run. */
  public static void endAll() {
    RUNNING.forEach(Process::destroy);
  }

  /** Where a program stands on the PATH. */
  public static Optional<Path> find(String name) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Runs a program to its end without input, output dropped. True when it ends well. */
  public static boolean run(List<String> command) {
    return run(command, NOTHING, Redirect.DISCARD);
  }

  /** Runs a program to its end, its output added to a log. True when it ends well. */
  public static boolean run(List<String> command, File input, File log) {
    return run(command, input, Redirect.appendTo(log));
  }

  private static boolean run(List<String> command, File input, Redirect output) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(input)
              .redirectErrorStream(true)
              .redirectOutput(output)
              .start();
      RUNNING.add(process);
      try {
        return process.waitFor() == 0;
      } finally {
        RUNNING.remove(process);
      }
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
