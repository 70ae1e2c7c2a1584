package fi.lupa.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A Lupa of its own for one run: started as a user starts it, on empty data, and ended with the
 * run.
 */
final class FreshLupa implements AutoCloseable {
  private final Path root;
  private final Path home;
  private final int port;

  private FreshLupa(Path root, Path home, int port) {
    this.root = root;
    this.home = home;
    this.port = port;
  }

  /** Starts it; gives it when all parts are ready. */
  static FreshLupa start(Path root, Path home, int port) throws IOException, InterruptedException {
    Files.createDirectories(home);
    FreshLupa lupa = new FreshLupa(root.toAbsolutePath(), home.toAbsolutePath(), port);
    Runtime.getRuntime().addShutdownHook(new Thread(lupa::close));
    lupa.run("up", "--fresh", "--detach");
    return lupa;
  }

  Path home() {
    return home;
  }

  /** Stops it and starts it again on its data; gives how long it took until all was ready. */
  Duration restart() throws IOException, InterruptedException {
    run("down");
    long start = System.nanoTime();
    run("up", "--detach", "--no-build");
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(root.resolve("lupa").toString()),
                    List.of(command).stream())
                .toList());
    builder.environment().put("LUPA_HOME", home.toString());
    builder.environment().put("LUPA_PORT", String.valueOf(port));
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    int exit = builder.start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException("./lupa " + command[0] + " ended with " + exit);
    }
  }

  /** Ends all its parts; what it was asked before doesn't matter. */
  @Override
  public void close() {
    try {
      if (Files.exists(home.resolve("run"))) {
        run("down");
      }
    } catch (IOException | IllegalStateException e) {
      System.err.println("Lupa in " + home + " could not be ended: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
