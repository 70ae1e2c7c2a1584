package fi.lupa.local.process;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.home.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts processes that live on their own: output to a log file, process id to a file. */
public final class Spawner {

  private final Home home;
  private final PidFiles pids;
  private boolean closed;

  /** For one home. */
  public Spawner(Home home) {
    this.home = home;
    this.pids = PidFiles.of(home);
  }

  /**
   * Starts a program under a name.
   *
   * @throws Failure when it can't be started, or when {@link #close} came first
   */
  public synchronized Pid spawn(String name, Program program) {
    if (closed) {
      throw new Failure(ExitCode.INTERRUPTED, name + " was not started: Lupa is stopping.");
    }
    try {
      Path log = LogFiles.rotate(home.log(name));
      Process process = builder(program, log.toFile()).start();
      Pid pid = Pid.of(process.pid()).orElseThrow(() -> diedAtOnce(name));
      pids.write(name, pid);
      return pid;
    } catch (IOException e) {
      throw new Failure(
          ExitCode.UNSUPPORTED, "%s can't be started: %s.".formatted(name, e.getMessage()), e);
    }
  }

  /** Starts nothing more, so that whoever ends all parts afterwards misses none. */
  public synchronized void close() {
    closed = true;
  }

  /** Whether {@link #close} was called: then the end of a part is no surprise. */
  public synchronized boolean isClosed() {
    return closed;
  }

  private Failure diedAtOnce(String name) {
    return new Failure(
        ExitCode.DIED_AT_START,
        "%s ended at once, see its log: %s".formatted(name, home.log(name)));
  }

  private static ProcessBuilder builder(Program program, File log) {
    var builder =
        new ProcessBuilder(ownSession(program.command()))
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(log);
    builder.environment().putAll(program.environment());
    return builder;
  }

  /**
   * A session of its own keeps the terminal's Ctrl-C away from the parts: the launcher alone gets
   * it and ends them in order.
   */
  private static List<String> ownSession(List<String> command) {
    if (Tool.find("setsid").isEmpty()) {
      return command;
    }
    var session = new ArrayList<>(List.of("setsid"));
    session.addAll(command);
    return session;
  }
}
