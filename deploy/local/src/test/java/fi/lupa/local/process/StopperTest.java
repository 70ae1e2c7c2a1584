package fi.lupa.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.local.Failure;
import fi.lupa.local.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopperTest {

  @TempDir Path folder;
  private Home home;
  private PidFiles pids;
  private Spawner spawner;

  @BeforeEach
  void create() {
    home = new Home(folder).create();
    pids = PidFiles.of(home);
    spawner = new Spawner(home);
  }

  @AfterEach
  void endAll() {
    pids.all().values().forEach(Signal.KILL::send);
  }

  @Test
  void startsAProcessOfItsOwnWithItsLogAndEndsIt() {
    Pid pid = spawn("gateway", "echo hello $WHO; exec sleep 60");

    assertThat(pids.running("gateway")).contains(pid);
    assertThat(
            Waiting.until(Duration.ofSeconds(5), () -> text(home.log("gateway")).contains("you")))
        .isTrue();
    assertThat(new Stopper(pids).stopAll()).isEqualTo(1);
    assertThat(pid.isAlive()).isFalse();
    assertThat(pids.all()).isEmpty();
  }

  @Test
  void keepsTheLogsOfEarlierStarts() {
    for (String word : List.of("one", "two", "three", "four", "five")) {
      spawn("gateway", "echo " + word + "; exec sleep 60");
      assertThat(
              Waiting.until(Duration.ofSeconds(5), () -> text(home.log("gateway")).contains(word)))
          .isTrue();
      new Stopper(pids).kill("gateway");
    }

    assertThat(text(home.log("gateway"))).isEqualTo("five\n");
    assertThat(text(home.logs().resolve("gateway.log.3"))).isEqualTo("two\n");
    assertThat(home.logs().resolve("gateway.log.4")).doesNotExist();
  }

  @Test
  void endsPostgresByItsOwnSignal() {
    Pid pid =
        spawn(
            "postgres",
            // a shell can't trap what it was started to ignore, as builds in the background are
            "heed='env --default-signal=INT'; $heed true 2>/dev/null || heed=; exec $heed bash -c "
                + "\"trap 'echo fast; exit' INT; trap '' TERM; echo up; while :; do sleep 0.1; done\"");
    assertThat(
            Waiting.until(Duration.ofSeconds(5), () -> text(home.log("postgres")).contains("up")))
        .isTrue();

    new Stopper(pids).stop(List.of("postgres"));

    assertThat(pid.isAlive()).isFalse();
    assertThat(text(home.log("postgres"))).contains("fast");
  }

  @Test
  void killsWithoutAsking() {
    Pid pid = spawn("kafka", "trap '' TERM INT; while :; do sleep 0.1; done");

    new Stopper(pids).kill("kafka");

    assertThat(pid.isAlive()).isFalse();
    assertThat(pids.all()).isEmpty();
  }

  @Test
  void startsNothingOnceItIsClosed() {
    spawner.close();

    assertThatThrownBy(() -> spawn("gateway", "sleep 60")).isInstanceOf(Failure.class);
    assertThat(pids.all()).isEmpty();
  }

  private Pid spawn(String name, String script) {
    return spawner.spawn(name, new Program(List.of("bash", "-c", script), Map.of("WHO", "you")));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
