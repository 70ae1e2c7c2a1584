package fi.lupa.local.command;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.home.Home;
import fi.lupa.local.process.Pid;
import fi.lupa.local.process.PidFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who minds the running parts: an {@code up} that stays in the foreground, or nobody because it was
 * told to detach. Parts that run with neither are leftovers of a launcher that was killed.
 */
final class Owner {

  private static final String UP = "up";

  private final Home home;
  private final PidFiles launcher;

  Owner(Home home) {
    this.home = home;
    this.launcher = new PidFiles(create(home.run().resolve("launcher")));
  }

  /** This process minds them. */
  void attached() {
    Pid.of(ProcessHandle.current().pid()).ifPresent(self -> launcher.write(UP, self));
  }

  /** They were left alone on purpose. */
  void detached() {
    launcher.delete(UP);
    try {
      Files.writeString(marker(), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing runs any more. */
  void none() {
    launcher.delete(UP);
    Home.delete(marker());
  }

  /** The {@code up} that minds them. */
  Optional<Pid> foreground() {
    return launcher.running(UP);
  }

  /**
   * Makes sure that no detached system runs in this home.
   *
   * @throws Failure when one does
   */
  void requireNoDetached() {
    boolean running = PidFiles.of(home).all().values().stream().anyMatch(Pid::isAlive);
    if (running && Files.exists(marker())) {
      throw new Failure(
          ExitCode.ALREADY_RUNNING,
          "Lupa is already running detached with its data in %s: stop it with ./lupa down."
              .formatted(home.folder()));
    }
    Home.delete(marker());
  }

  private Path marker() {
    return home.run().resolve("detached");
  }

  private static Path create(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
