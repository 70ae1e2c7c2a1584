package fi.lupa.local.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Small programs of the operating system. */
public final class Tool {

  private static final File NOTHING = new File("/dev/null");

  private static final Set<Process> RUNNING = new HashSet<>();
  private static boolean ended;

  private Tool() {}

  /** Ends those that still run, and runs none from now on. */
  public static void endAll() {
    end(Process::destroy);
  }

  /** The same for programs whose work is worth nothing half done, and that may not listen. */
  public static void killAll() {
    end(Process::destroyForcibly);
  }

  private static void end(Consumer<Process> end) {
    synchronized (RUNNING) {
      ended = true;
      RUNNING.forEach(end);
    }
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
    return run(new Program(command, Map.of()), NOTHING, Redirect.DISCARD);
  }

  /** Runs a program to its end, its output added to a log. True when it ends well. */
  public static boolean run(List<String> command, File input, File log) {
    return run(new Program(command, Map.of()), input, Redirect.appendTo(log));
  }

  /** Runs a program to its end without input, its output added to a log. True when it ends well. */
  public static boolean run(Program program, File log) {
    return run(program, NOTHING, Redirect.appendTo(log));
  }

  private static boolean run(Program program, File input, Redirect output) {
    var builder =
        new ProcessBuilder(program.command())
            .redirectInput(input)
            .redirectErrorStream(true)
            .redirectOutput(output);
    builder.environment().putAll(program.environment());
    try {
      Process process;
      synchronized (RUNNING) {
        if (ended) {
          return false;
        }
        process = builder.start();
        RUNNING.add(process);
      }
      try {
        return process.waitFor() == 0;
      } finally {
        synchronized (RUNNING) {
          RUNNING.remove(process);
        }
      }
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
