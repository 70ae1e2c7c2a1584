package fi.lupa.benchmark.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTimesTest {
  @TempDir Path home;

  @BeforeEach
  void run() throws IOException {
    Files.createDirectories(home.resolve("run"));
  }

  @Test
  void readsALineWhoseProcessHasABracketAndBlanksInItsName() {
    assertThat(
            ProcessTimes.stat(
                "17 (a) b (c)) S 4 17 17 0 -1 4194560 100 0 0 0 11 22 33 44 20 0 1 0 5"))
        .hasToString("Stat[parent=4, ticks=110]");
  }

  @Test
  void refusesWhatIsNoSuchLine() {
    assertThatThrownBy(() -> ProcessTimes.stat("17 (a) running 4"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countsWhatThisProcessUsesAndHolds() throws IOException {
    pid("me", ProcessHandle.current().pid());
    ProcessTimes times = new ProcessTimes(home);
    Duration before = times.now().get("me");
    long end = System.nanoTime() + Duration.ofMillis(300).toNanos();
    long burnt = 0;
    while (System.nanoTime() < end) {
      burnt++;
    }

    assertThat(burnt).isPositive();
    assertThat(times.now().get("me")).isGreaterThan(before);
    assertThat(times.residentMib()).isGreaterThan(20);
  }

  @Test
  void countsTheChildrenOfAPartAlsoWhenTheyHaveEnded() throws IOException, InterruptedException {
    Process parent =
        new ProcessBuilder(
                "bash", "-c", "bash -c 'for ((i=0;i<150000;i++)); do :; done'; read -r line")
            .start();
    try {
      pid("parent", parent.pid());
      ProcessTimes times = new ProcessTimes(home);
      org.awaitility.Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> {
            assertThat(parent.children()).isEmpty();
            assertThat(times.now().get("parent")).isGreaterThan(Duration.ofMillis(50));
          });
    } finally {
      parent.destroy();
      parent.waitFor();
    }
  }

  @Test
  void aPartThatHasEndedHasNoTime() throws IOException, InterruptedException {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    pid("ended", ended.pid());

    assertThat(new ProcessTimes(home).now()).containsEntry("ended", Duration.ZERO);
  }

  private void pid(String name, long pid) throws IOException {
    Files.writeString(home.resolve("run").resolve(name + ".pid"), pid + " 12345\n");
  }
}
