package fi.lupa.local.command;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.home.Setup;
import fi.lupa.local.process.Pid;
import fi.lupa.local.process.PidFiles;
import fi.lupa.local.process.RunLock;
import fi.lupa.local.process.Signal;
import fi.lupa.local.process.Stopper;
import fi.lupa.local.process.Waiting;
import fi.lupa.local.screen.Screen;
import java.time.Duration;

/** {@code ./lupa down}: ends whatever runs in this home, whoever started it. */
final class Down {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Setup setup;
  private final Screen screen;

  Down(Setup setup, Screen screen) {
    this.setup = setup;
    this.screen = screen;
  }

  ExitCode run() {
    var owner = new Owner(setup.home());
    boolean ended = owner.foreground().map(this::endForeground).orElse(false);
    try (RunLock lock = RunLock.take(setup.home())) {
      int rest = new Stopper(PidFiles.of(setup.home())).stopAll();
      owner.none();
      screen.line(
          ended || rest > 0 ? "Lupa has stopped; its data stays." : "Nothing of Lupa was running.");
      return ExitCode.OK;
    }
  }

  /** The launcher in the foreground ends its parts by itself. */
  private boolean endForeground(Pid launcher) {
    Signal.TERM.send(launcher);
    if (!Waiting.until(PATIENCE, () -> !launcher.isAlive())) {
      throw new Failure(
          ExitCode.FAILED, "The launcher (process %d) does not end.".formatted(launcher.number()));
    }
    return true;
  }
}
