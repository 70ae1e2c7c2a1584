package fi.lupa.local.command;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.home.Setup;
import fi.lupa.local.part.Part;
import fi.lupa.local.part.Parts;
import fi.lupa.local.process.Java;
import fi.lupa.local.process.LogFiles;
import fi.lupa.local.process.Pid;
import fi.lupa.local.process.PidFiles;
import fi.lupa.local.process.Program;
import fi.lupa.local.process.Spawner;
import fi.lupa.local.process.Tool;
import fi.lupa.local.screen.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ./lupa train}: makes what lets the services start quicker next time, one after the other,
 * while they run. {@code ./lupa up} begins it behind the user's back, since nobody waits for it.
 */
final class Train {

  /** Its process file and log. */
  static final String NAME = "training";

  private final Setup setup;
  private final Screen screen;
  private final PidFiles pids;

  Train(Setup setup, Screen screen) {
    this.setup = setup;
    this.screen = screen;
    this.pids = PidFiles.of(setup.home());
  }

  /** Begins it in a process of its own, unless nothing is left to be made. */
  static void inBackground(Setup setup, Spawner spawner, List<Part> parts) {
    if (parts.stream().noneMatch(part -> part.training().isPresent())) {
      return;
    }
    var command = new ArrayList<String>();
    if (Tool.find("nice").isPresent()) {
      command.addAll(List.of("nice", "-n", "19"));
    }
    command.addAll(
        List.of(
            Java.program(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dlupa.root=" + setup.root(),
            "-cp",
            System.getProperty("java.class.path"),
            "fi.lupa.local.Main",
            "train"));
    spawner.spawn(
        NAME,
        new Program(
            command,
            Map.of(
                "LUPA_HOME",
                setup.home().folder().toString(),
                "LUPA_PORT",
                Integer.toString(setup.port()))));
  }

  ExitCode run() {
    List<Part> parts = new Parts(setup).all();
    requireRunning(parts);
    Pid self = Pid.of(ProcessHandle.current().pid()).orElseThrow();
    pids.running(NAME)
        .filter(other -> !other.equals(self))
        .ifPresent(other -> {
          throw new Failure(ExitCode.ALREADY_RUNNING, "The training goes on already.");
        });
    pids.write(NAME, self);
    Runtime.getRuntime().addShutdownHook(new Thread(Tool::killAll, "end-training"));
    try {
      return trainAll(parts);
    } finally {
      pids.delete(NAME);
    }
  }

  private ExitCode trainAll(List<Part> parts) {
    Path log = newLog();
    ExitCode end = ExitCode.OK;
    for (Part part : parts) {
      Optional<Boolean> made = part.training().map(training -> training.run(log.toFile()));
      if (made.isPresent() && made.get()) {
        screen.done("%s starts quicker from now on".formatted(part.name()));
      } else if (made.isPresent()) {
        screen.failed("%s could not be trained, see the log: %s".formatted(part.name(), log));
        end = ExitCode.FAILED;
      }
    }
    return end;
  }

  private Path newLog() {
    try {
      return LogFiles.rotate(setup.home().log(NAME + "-jvm"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireRunning(List<Part> parts) {
    for (Part part : parts) {
      if (pids.running(part.name()).filter(part::isReady).isEmpty()) {
        throw new Failure(
            ExitCode.NOT_RUNNING,
            "%s does not run: ./lupa up starts everything.".formatted(part.name()));
      }
    }
  }
}
