package fi.lupa.local.command;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.home.Setup;
import fi.lupa.local.part.Parts;
import fi.lupa.local.screen.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./lupa logs}: which logs there are, or the end of one. */
final class Logs {

  private static final String LINES = "100";

  private final Setup setup;
  private final Screen screen;

  Logs(Setup setup, Screen screen) {
    this.setup = setup;
    this.screen = screen;
  }

  ExitCode run(List<String> args) {
    var names = new ArrayList<>(args);
    boolean follow = names.remove("-f");
    if (names.size() > 1 || (names.isEmpty() && follow)) {
      throw new Failure(ExitCode.USAGE, "Use ./lupa logs, or ./lupa logs <name> [-f].");
    }
    return names.isEmpty() ? list() : show(names.getFirst(), follow);
  }

  private ExitCode list() {
    try (Stream<Path> logs = Files.list(setup.home().logs())) {
      logs.filter(log -> log.toString().endsWith(".log")).sorted().forEach(this::line);
      return ExitCode.OK;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(Path log) {
    try {
      screen.line("%8d kB  %s".formatted(Files.size(log) / 1024, log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ExitCode show(String name, boolean follow) {
    Path log = setup.home().log(name);
    if (!Files.exists(log)) {
      String part = new Parts(setup).named(name).name();
      throw new Failure(ExitCode.NOT_RUNNING, part + " has no log yet: it was never started here.");
    }
    var tail = new ArrayList<>(List.of("tail", "-n", LINES));
    if (follow) {
      tail.add("-f");
    }
    tail.add(log.toString());
    try {
      new ProcessBuilder(tail).inheritIO().start().waitFor();
      return ExitCode.OK;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILED;
    }
  }
}
