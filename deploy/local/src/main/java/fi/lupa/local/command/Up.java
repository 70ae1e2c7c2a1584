package fi.lupa.local.command;

import fi.lupa.local.ExitCode;
import fi.lupa.local.home.PortFile;
import fi.lupa.local.home.Setup;
import fi.lupa.local.part.Part;
import fi.lupa.local.part.Parts;
import fi.lupa.local.process.PidFiles;
import fi.lupa.local.process.RunLock;
import fi.lupa.local.process.SlowCompilers;
import fi.lupa.local.process.Spawner;
import fi.lupa.local.process.Stopper;
import fi.lupa.local.screen.Screen;
import java.time.Duration;
import java.util.List;

/** {@code ./lupa up}. */
final class Up {

  private final Setup setup;
  private final Screen screen;
  private final UpOptions options;
  private final Owner owner;
  private final PidFiles pids;

  Up(Setup setup, Screen screen, UpOptions options) {
    this.setup = setup;
    this.screen = screen;
    this.options = options;
    this.owner = new Owner(setup.home());
    this.pids = PidFiles.of(setup.home());
  }

  ExitCode run() {
    List<Part> parts = chosen();
    try (RunLock lock = RunLock.take(setup.home())) {
      owner.requireNoDetached();
      endLeftovers();
      Ports.requireFree(parts);
      if (options.fresh()) {
        setup.home().deleteData();
      }
      PortFile.write(setup);
      return start(parts);
    }
  }

  private List<Part> chosen() {
    var all = new Parts(setup);
    return options.only().map(names -> names.stream().map(all::named).toList()).orElse(all.all());
  }

  private void endLeftovers() {
    int ended = new Stopper(pids).stopAll();
    if (ended > 0) {
      screen.line(
          "Ended %d process%s that an earlier run left.".formatted(ended, ended == 1 ? "" : "es"));
    }
  }

  private ExitCode start(List<Part> parts) {
    var spawner = new Spawner(setup.home());
    var end = new EndAll(screen, pids, spawner, owner);
    end.arm();
    owner.attached();
    long begin = System.nanoTime();
    screen.line("Starting %d parts ...".formatted(parts.size()));
    try (var held = new SlowCompilers(() -> pids.all().values())) {
      new Together(new Starter(setup.home(), spawner), screen).start(parts);
    }
    new Welcome(setup, screen).print(parts, Duration.ofNanos(System.nanoTime() - begin), options);
    if (options.train()) {
      Train.inBackground(setup, spawner, parts);
    }
    if (options.detach()) {
      owner.detached();
      end.disarm();
      return ExitCode.OK;
    }
    return new Watch(setup.home(), pids, screen, options.keepGoing()).until(parts);
  }
}
