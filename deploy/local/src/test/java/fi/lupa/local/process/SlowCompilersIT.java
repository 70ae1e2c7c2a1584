package fi.lupa.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a JVM that waits. On Linux, the only system with priorities of threads. */
class SlowCompilersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int NICE = 16;

  @TempDir Path folder;
  private Process jvm;
  private Pid pid;

  /** The program: reads what never comes. */
  public static final class Waits {
    public static void main(String[] arguments) throws IOException {
      System.in.read();
    }
  }

  @BeforeEach
  void start() throws IOException {
    jvm =
        new ProcessBuilder(
                Java.program(), "-cp", System.getProperty("java.class.path"), Waits.class.getName())
            .start();
    pid = Pid.of(jvm.pid()).orElseThrow();
  }

  @AfterEach
  void end() {
    jvm.destroyForcibly();
  }

  @Test
  void areLastUntilTheStartIsOver() {
    assertThat(Waiting.until(PATIENCE, () -> !nice("C2 CompilerThre").isEmpty())).isTrue();
    List<Integer> quick = nice("C1 CompilerThre");

    try (var held = new SlowCompilers(() -> List.of(pid))) {
      assertThat(Waiting.until(PATIENCE, () -> all(nice("C2 CompilerThre"), held()))).isTrue();
      assertThat(nice("C1 CompilerThre")).isEqualTo(quick);
    }

    assertThat(nice("C2 CompilerThre")).isNotEmpty().containsOnly(0);
  }

  @Test
  void areLetGoWhenTheirProcessHasEnded() {
    try (var held = new SlowCompilers(() -> List.of(pid))) {
      jvm.destroyForcibly();
      assertThat(Waiting.until(PATIENCE, () -> !pid.isAlive())).isTrue();
    }

    assertThat(nice("C2 CompilerThre")).isEmpty();
  }

  /** A user who may not raise a priority again gets none lowered. */
  private static int held() {
    return Tool.run(List.of("bash", "-c", "renice 1 -p $$ && renice 0 -p $$")) ? 19 : 0;
  }

  private static boolean all(List<Integer> some, int one) {
    return !some.isEmpty() && some.stream().allMatch(each -> each == one);
  }

  private List<Integer> nice(String name) {
    try (Stream<Path> threads = Files.list(Path.of("/proc", "" + pid.number(), "task"))) {
      return threads
          .filter(thread -> read(thread, "comm").strip().equals(name))
          .map(thread -> nice(thread))
          .toList();
    } catch (IOException ended) {
      return List.of();
    }
  }

  private static int nice(Path thread) {
    String stat = read(thread, "stat");
    return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[NICE]);
  }

  private static String read(Path thread, String file) {
    try {
      return Files.readString(thread.resolve(file));
    } catch (IOException ended) {
      return "";
    }
  }
}
