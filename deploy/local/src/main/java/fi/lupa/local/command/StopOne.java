package fi.lupa.local.command;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.home.Setup;
import fi.lupa.local.part.Part;
import fi.lupa.local.part.Parts;
import fi.lupa.local.process.PidFiles;
import fi.lupa.local.process.Stopper;
import fi.lupa.local.screen.Screen;
import java.util.ArrayList;
import java.util.List;

/** {@code ./lupa stop <name> [--kill]}: ends one part, politely or like a power cut. */
final class StopOne {

  private final Setup setup;
  private final Screen screen;

  StopOne(Setup setup, Screen screen) {
    this.setup = setup;
    this.screen = screen;
  }

  ExitCode run(List<String> args) {
    var names = new ArrayList<>(args);
    boolean kill = names.remove("--kill");
    if (names.size() != 1) {
      throw new Failure(ExitCode.USAGE, "Use ./lupa stop <name> [--kill].");
    }
    Part part = new Parts(setup).named(names.getFirst());
    var pids = PidFiles.of(setup.home());
    boolean ran = pids.running(part.name()).isPresent();
    var stopper = new Stopper(pids);
    if (kill) {
      stopper.kill(part.name());
    } else {
      stopper.stop(List.of(part.name()));
    }
    screen.line(part.name() + (ran ? " has stopped." : " was not running."));
    return ExitCode.OK;
  }
}
