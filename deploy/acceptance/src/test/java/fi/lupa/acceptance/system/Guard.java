package fi.lupa.acceptance.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/**
 * Ends a system when this JVM ends, in whatever way: a small process reads from a pipe that nobody
 * writes to, and runs {@code ./lupa down} when the pipe breaks. So it works after kill -9 too.
 */
final class Guard {
  private static final String SCRIPT = "trap '' INT TERM HUP; cat >/dev/null; exec \"$0\" down";
  private static final int PATIENCE_SECONDS = 60;

  private Guard() {}

  static void over(Cli cli) {
    try {
      File log = cli.place().home().resolveSibling("guard.log").toFile();
      Process guard =
          cli.settings(new ProcessBuilder("sh", "-c", SCRIPT, Cli.script().toString()))
              .redirectErrorStream(true)
              .redirectOutput(log)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> release(guard), "lupa-down"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void release(Process guard) {
    try {
      guard.getOutputStream().close();
      guard.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (IOException | InterruptedException e) {
      System.err.println("Lupa may still run: " + e.getMessage());
    }
  }
}
