package fi.lupa.acceptance.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code ./lupa} as a user does.
 *
 * @param place of the system it speaks of
 */
public record Cli(Place place) {

  /**
   * As from a terminal: what was started in the background ignores Ctrl-C, and so would all that it
   * starts. Where {@code env} can't help it (macOS), nothing is changed.
   */
  private static final String HEEDING_INTERRUPT =
      "heed='env --default-signal=INT'; $heed true 2>/dev/null || heed=; exec $heed \"$@\"";

  /** How a command ended and all it said. */
  public record Ended(int exitCode, String output, Duration time) {

    /** This, or an error with the output when the command failed. */
    public Ended orFail() {
      if (exitCode != 0) {
        throw new AssertionError("./lupa ended with " + exitCode + ":\n" + output);
      }
      return this;
    }
  }

  /** A command that runs. */
  public record Running(Process process, Path output, long began) {

    /** What it has said so far. */
    public String said() {
      try {
        return Files.readString(output);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Waits for its end; kills it and fails when that takes longer. */
    public Ended await(Duration patience) {
      try {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
          throw new AssertionError("./lupa did not end within " + patience + ":\n" + said());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
      return new Ended(process.exitValue(), said(), Duration.ofNanos(System.nanoTime() - began));
    }
  }

  /** Runs a command to its end. */
  public Ended run(Duration patience, String... arguments) {
    return begin(arguments).await(patience);
  }

  /** Starts a command. Its output goes to a file: parts that live on hold no pipe open. */
  public Running begin(String... arguments) {
    try {
      Path target = Files.createDirectories(Place.root().resolve("deploy/acceptance/target"));
      Path output = Files.createTempFile(target, "lupa-", ".out");
      output.toFile().deleteOnExit();
      Process process =
          builder(arguments)
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      return new Running(process, output, System.nanoTime());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessBuilder builder(String... arguments) {
    var command =
        new ArrayList<>(List.of("bash", "-c", HEEDING_INTERRUPT, "lupa", script().toString()));
    command.addAll(List.of(arguments));
    return settings(new ProcessBuilder(command));
  }

  static Path script() {
    return Place.root().resolve("lupa");
  }

  /** Gives a process the environment that names this place. */
  ProcessBuilder settings(ProcessBuilder builder) {
    builder.environment().put("LUPA_HOME", place.home().toString());
    builder.environment().put("LUPA_PORT", Integer.toString(place.port()));
    builder.environment().put("NO_COLOR", "1");
    // a test's Lupa lives too short for the full compiler to pay
    builder.environment().put("LUPA_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
    return builder;
  }
}
