package fi.lupa.local.command;

import fi.lupa.local.process.PidFiles;
import fi.lupa.local.process.Spawner;
import fi.lupa.local.process.Stopper;
import fi.lupa.local.process.Tool;
import fi.lupa.local.screen.Screen;

/**
 * Ends every part when the launcher ends, for whatever reason: Ctrl-C, a failure, a closed window.
 */
final class EndAll {

  private final Screen screen;
  private final Thread hook;

  EndAll(Screen screen, PidFiles pids, Spawner spawner, Owner owner) {
    this.screen = screen;
    this.hook = new Thread(() -> end(pids, spawner, owner), "end-all");
  }

  void arm() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Lets the parts run on after the launcher. */
  void disarm() {
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  private void end(PidFiles pids, Spawner spawner, Owner owner) {
    screen.line("Stopping ...");
    spawner.close();
    Tool.endAll();
    new Stopper(pids).stopAll();
    owner.none();
    screen.line("Stopped; the data stays for the next ./lupa up.");
  }
}
