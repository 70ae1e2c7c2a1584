package fi.lupa.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in a process of its own that is told to end, with a script in the place of Lupa's. */
class FreshLupaTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private Process run;

  @BeforeEach
  void writeTheScript() throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("lupa"),
            """
            #!/bin/sh
            cd "$(dirname "$0")" || exit 1
            trap 'echo up-ended >>said; exit 143' TERM
            echo "$1 $LUPA_PORT" >>said
            if [ "$1" = up ] && [ -e slow ]; then
              while :; do sleep 0.05; done
            fi
            """);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  @AfterEach
  void end() throws InterruptedException {
    run.destroyForcibly().waitFor();
  }

  /** What is run: starts a Lupa, restarts it, and then works until it is told to end. */
  public static final class Run {
    public static void main(String[] arguments) throws Exception {
      Path root = Path.of(arguments[0]);
      try (FreshLupa lupa = FreshLupa.start(root, root.resolve("home"), 23_456)) {
        lupa.restart();
        Files.createFile(root.resolve("working"));
        Thread.currentThread().join();
      }
    }
  }

  @Test
  void endsTheLupaThatItStarted() throws Exception {
    begin();
    await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("working")));

    run.destroy();

    assertThat(run.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(said()).containsExactly("up 23456", "down 23456", "up 23456", "down 23456");
  }

  @Test
  void endsTheStartItself() throws Exception {
    Files.createFile(folder.resolve("slow"));
    begin();
    await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("said")));

    run.destroy();

    assertThat(run.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(said()).containsExactly("up 23456", "up-ended", "down 23456");
  }

  private List<String> said() throws IOException {
    return Files.readAllLines(folder.resolve("said"));
  }

  private void begin() throws IOException {
    run =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Run.class.getName(),
                folder.toString())
            .inheritIO()
            .start();
  }
}
