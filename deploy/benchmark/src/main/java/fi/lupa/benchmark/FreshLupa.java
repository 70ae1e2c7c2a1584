package fi.lupa.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Lupa of its own for one run: started as a user starts it, on empty data, and ended with the
 * run, also when that is told to end before.
 */
final class FreshLupa implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path root;
  private final Path home;
  private final int port;
  private final Object turn = new Object();
  private @Nullable Process running;
  private boolean ended;

  private FreshLupa(Path root, Path home, int port) {
    this.root = root;
    this.home = home;
    this.port = port;
  }

  /** Starts it; gives it when all parts are ready. */
  static FreshLupa start(Path root, Path home, int port) throws IOException, InterruptedException {
    Files.createDirectories(home);
    FreshLupa lupa = new FreshLupa(root.toAbsolutePath(), home.toAbsolutePath(), port);
    Runtime.getRuntime().addShutdownHook(new Thread(lupa::close, "end-lupa"));
    lupa.run("up", "--fresh", "--detach", "--no-train");
    return lupa;
  }

  Path home() {
    return home;
  }

  /** Stops it and starts it again on its data; gives how long it took until all was ready. */
  Duration restart() throws IOException, InterruptedException {
    return restart(List.of());
  }

  /**
   * The same with every process started through another program.
   *
   * @param prefix that program's command line, such as {@code taskset -c 0,1}
   */
  Duration restart(List<String> prefix) throws IOException, InterruptedException {
    run("down");
    long start = System.nanoTime();
    run(prefix, "up", "--detach", "--no-build", "--no-train");
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Starts one more part. */
  void startPart(List<String> prefix, String name) throws IOException, InterruptedException {
    run(prefix, "start", name);
  }

  private void run(String... command) throws IOException, InterruptedException {
    run(List.of(), command);
  }

  private void run(List<String> prefix, String... command)
      throws IOException, InterruptedException {
    Process process;
    synchronized (turn) {
      if (ended) {
        throw new IllegalStateException("./lupa " + command[0] + " comes after the end");
      }
      process = begin(prefix, command);
      running = process;
    }
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IllegalStateException("./lupa " + command[0] + " ended with " + exit);
    }
  }

  private Process begin(List<String> prefix, String... command) throws IOException {
    List<String> line = new ArrayList<>(prefix);
    line.add(root.resolve("lupa").toString());
    line.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("LUPA_HOME", home.toString());
    builder.environment().put("LUPA_PORT", String.valueOf(port));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /**
   * Ends all its parts, and a command that is at work; a second call comes back when the first has
   * done so.
   */
  @Override
  public void close() {
    synchronized (turn) {
      if (ended) {
        return;
      }
      ended = true;
      try {
        if (running != null) {
          running.destroy();
          running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        int exit = begin(List.of(), "down").waitFor();
        if (exit != 0) {
          System.err.println("Lupa in " + home + " could not be ended: ./lupa down gave " + exit);
        }
      } catch (IOException e) {
        System.err.println("Lupa in " + home + " could not be ended: " + e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
