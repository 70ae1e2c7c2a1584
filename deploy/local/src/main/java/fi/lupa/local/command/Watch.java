package fi.lupa.local.command;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.home.Home;
import fi.lupa.local.part.Part;
import fi.lupa.local.process.Pid;
import fi.lupa.local.process.PidFiles;
import fi.lupa.local.process.Waiting;
import fi.lupa.local.screen.Screen;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Watches running parts. A part whose process file is gone was stopped on purpose; one whose file
 * names a dead process has died.
 */
final class Watch {

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Home home;
  private final PidFiles pids;
  private final Screen screen;
  private final boolean keepGoing;

  Watch(Home home, PidFiles pids, Screen screen, boolean keepGoing) {
    this.home = home;
    this.pids = pids;
    this.screen = screen;
    this.keepGoing = keepGoing;
  }

  /** Comes back only when the thread is asked to end. */
  ExitCode until(List<Part> parts) {
    Map<String, Pid> reported = new HashMap<>();
    do {
      for (Part part : parts) {
        pids.read(part.name())
            .filter(pid -> !pid.isAlive())
            // between reading the file and looking at the process somebody may have stopped it
            .filter(pid -> pids.read(part.name()).filter(pid::equals).isPresent())
            .filter(pid -> !pid.equals(reported.put(part.name(), pid)))
            .ifPresent(pid -> report(part));
      }
    } while (Waiting.pause(PAUSE));
    return ExitCode.OK;
  }

  private void report(Part part) {
    String sentence =
        "%s ended unexpectedly, see its log: %s".formatted(part.name(), home.log(part.name()));
    if (!keepGoing) {
      throw new Failure(ExitCode.DIED, sentence);
    }
    screen.failed(sentence);
  }
}
