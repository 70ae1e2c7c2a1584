package fi.lupa.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.home.Home;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

  @TempDir Path folder;

  @Test
  void isFreeAgainAfterItWasGivenBack() {
    Home home = new Home(folder).create();
    RunLock.take(home).close();
    RunLock.take(home).close();

    assertThat(home.run().resolve("up.lock")).exists();
  }

  /** Another JVM holds it, as another ./lupa up would. */
  @Test
  void isRefusedWhileAnotherLauncherHoldsIt() throws Exception {
    Home home = new Home(folder).create();
    Process other =
        new ProcessBuilder(
                List.of(
                    Java.program(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Holder.class.getName(),
                    folder.toString()))
            .start();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("held");
      assertThatThrownBy(() -> RunLock.take(home))
          .isInstanceOfSatisfying(
              Failure.class,
              failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.ALREADY_RUNNING));
    } finally {
      other.destroyForcibly().waitFor();
    }
    RunLock.take(home).close();
  }

  /** Takes the lock and keeps it until it is killed. */
  static final class Holder {
    public static void main(String[] args) throws Exception {
      RunLock.take(new Home(Path.of(args[0])));
      System.out.println("held");
      Thread.currentThread().join();
    }
  }
}
