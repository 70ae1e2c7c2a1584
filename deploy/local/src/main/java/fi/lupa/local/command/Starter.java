package fi.lupa.local.command;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.home.Home;
import fi.lupa.local.part.Part;
import fi.lupa.local.process.Pid;
import fi.lupa.local.process.Spawner;
import fi.lupa.local.process.Waiting;
import java.time.Duration;

/** Starts one part and waits until it is ready. */
final class Starter {

  /** A busy machine of two cores needs a minute for all parts at once. */
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  private static final Duration PAUSE = Duration.ofMillis(150);

  private final Home home;
  private final Spawner spawner;

  Starter(Home home, Spawner spawner) {
    this.home = home;
    this.spawner = spawner;
  }

  /**
   * Starts a part.
   *
   * @return how long it took
   * @throws Failure when it ends before it is ready, or isn't ready in time
   */
  Duration start(Part part) {
    long begin = System.nanoTime();
    Pid pid = spawner.spawn(part.name(), part.prepare());
    while (!part.isReady(pid)) {
      if (!pid.isAlive()) {
        throw failure(
            spawner.isClosed() ? ExitCode.INTERRUPTED : ExitCode.DIED_AT_START,
            part,
            "ended before it was ready");
      }
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        throw failure(
            ExitCode.NOT_READY, part, "was not ready after %d s".formatted(PATIENCE.toSeconds()));
      }
      if (!Waiting.pause(PAUSE)) {
        throw failure(ExitCode.INTERRUPTED, part, "was not waited for");
      }
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private Failure failure(ExitCode code, Part part, String what) {
    return new Failure(
        code, "%s %s, see its log: %s".formatted(part.name(), what, home.log(part.name())));
  }
}
