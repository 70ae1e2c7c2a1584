package fi.lupa.local.command;

import fi.lupa.local.ExitCode;
import fi.lupa.local.home.Setup;
import fi.lupa.local.part.Part;
import fi.lupa.local.part.Parts;
import fi.lupa.local.process.Pid;
import fi.lupa.local.process.PidFiles;
import fi.lupa.local.screen.Screen;
import java.util.Optional;

/** {@code ./lupa status}: one line per part. */
final class Status {

  private final Setup setup;
  private final Screen screen;
  private final PidFiles pids;

  Status(Setup setup, Screen screen) {
    this.setup = setup;
    this.screen = screen;
    this.pids = PidFiles.of(setup.home());
  }

  /** OK when every part that {@code up} starts is ready. */
  ExitCode run() {
    var parts = new Parts(setup);
    boolean allReady = true;
    for (Part part : parts.known()) {
      Optional<Pid> pid = pids.read(part.name());
      if (parts.all().contains(part) || pid.isPresent()) {
        State state = State.of(part, pid);
        allReady &= state == State.READY;
        print(part, pid, state);
      }
    }
    return allReady ? ExitCode.OK : ExitCode.NOT_RUNNING;
  }

  private void print(Part part, Optional<Pid> pid, State state) {
    screen.line(
        "%-22s %s  port %-5d  %-12s  %s"
            .formatted(
                part.name(),
                paint(state),
                part.ports().getFirst(),
                state.isAlive() ? "pid " + pid.map(Pid::number).orElseThrow() : "",
                pid.isPresent() ? setup.home().log(part.name()) : ""));
  }

  private String paint(State state) {
    String word = "%-8s".formatted(state.word());
    return switch (state) {
      case READY -> screen.green(word);
      case DIED -> screen.red(word);
      case STARTING, STOPPED -> screen.dim(word);
    };
  }

  private enum State {
    READY("ready"),
    STARTING("starting"),
    DIED("died"),
    STOPPED("stopped");

    private final String word;

    State(String word) {
      this.word = word;
    }

    static State of(Part part, Optional<Pid> pid) {
      if (pid.isEmpty()) {
        return STOPPED;
      }
      if (!pid.get().isAlive()) {
        return DIED;
      }
      return part.isReady(pid.get()) ? READY : STARTING;
    }

    String word() {
      return word;
    }

    boolean isAlive() {
      return this == READY || this == STARTING;
    }
  }
}
