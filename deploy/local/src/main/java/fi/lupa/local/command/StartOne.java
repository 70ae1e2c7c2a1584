package fi.lupa.local.command;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.home.Setup;
import fi.lupa.local.part.Part;
import fi.lupa.local.part.Parts;
import fi.lupa.local.process.PidFiles;
import fi.lupa.local.process.SlowCompilers;
import fi.lupa.local.process.Spawner;
import fi.lupa.local.process.Stopper;
import fi.lupa.local.screen.Screen;
import java.util.List;

/** {@code ./lupa start <name>}: brings one part back, or adds a second instance of a service. */
final class StartOne {

  private final Setup setup;
  private final Screen screen;

  StartOne(Setup setup, Screen screen) {
    this.setup = setup;
    this.screen = screen;
  }

  ExitCode run(List<String> args) {
    if (args.size() != 1) {
      throw new Failure(ExitCode.USAGE, "Use ./lupa start <name>.");
    }
    Part part = new Parts(setup).named(args.getFirst());
    var pids = PidFiles.of(setup.home());
    pids.running(part.name())
        .ifPresent(pid -> {
          throw new Failure(ExitCode.ALREADY_RUNNING, part.name() + " is running already.");
        });
    Ports.requireFree(List.of(part));
    try (var held = new SlowCompilers(() -> pids.running(part.name()).stream().toList())) {
      double seconds =
          new Starter(setup.home(), new Spawner(setup.home())).start(part).toMillis() / 1000.0;
      screen.done("%s is ready after %.1f s".formatted(part.name(), seconds));
      return ExitCode.OK;
    } catch (Failure failure) {
      new Stopper(pids).kill(part.name());
      throw failure;
    }
  }
}
