package fi.lupa.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PidTest {

  @Test
  void knowsALivingProcess() {
    Pid self = Pid.of(ProcessHandle.current().pid()).orElseThrow();

    assertThat(self.isAlive()).isTrue();
    assertThat(self.handle()).contains(ProcessHandle.current());
  }

  @Test
  void takesNoOtherProcessOfTheSameNumberForIt() {
    Pid self = Pid.of(ProcessHandle.current().pid()).orElseThrow();
    Pid earlier = new Pid(self.number(), self.began() - 1);

    assertThat(earlier.isAlive()).isFalse();
    assertThat(earlier.handle()).isEmpty();
  }

  @Test
  void sendsNoSignalToAnotherProcessOfTheSameNumber() throws Exception {
    Process sleep = new ProcessBuilder("sleep", "60").start();
    Pid pid = Pid.of(sleep.pid()).orElseThrow();

    Signal.KILL.send(new Pid(pid.number(), pid.began() + 1));
    assertThat(pid.isAlive()).isTrue();

    Signal.KILL.send(pid);
    assertThat(sleep.waitFor(Duration.ofSeconds(5))).isTrue();
    assertThat(pid.isAlive()).isFalse();
  }

  /** A process that nobody waits for stays in the table as a zombie; it counts as dead. */
  @Test
  void countsAnUncollectedProcessAsDead() throws Exception {
    Process parent =
        new ProcessBuilder("bash", "-c", "sleep 0.01 & echo $!; exec sleep 60").start();
    try {
      String child = parent.inputReader().readLine();

      assertThat(
              Waiting.until(Duration.ofSeconds(5), () -> Pid.of(Long.parseLong(child)).isEmpty()))
          .isTrue();
    } finally {
      parent.destroyForcibly();
    }
  }
}
