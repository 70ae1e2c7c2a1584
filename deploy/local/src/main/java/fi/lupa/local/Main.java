package fi.lupa.local;

import fi.lupa.local.command.Commands;
import fi.lupa.local.home.Environment;
import fi.lupa.local.home.Setup;
import fi.lupa.local.screen.Screen;
import java.nio.file.Path;
import java.util.List;

/** What {@code ./lupa} runs. */
public final class Main {

  private Main() {}

  /**
   * Runs one command and ends with its exit code.
   *
   * @param args the command's name and its arguments; system property {@code lupa.root} is the
   *     repository's folder
   */
  public static void main(String[] args) {
    System.exit(run(List.of(args)).code());
  }

  private static ExitCode run(List<String> args) {
    Path root = Path.of(System.getProperty("lupa.root", "")).toAbsolutePath().normalize();
    try {
      Setup setup = Environment.read(root, System.getenv());
      return Commands.run(setup, Screen.standard(System.getenv()), args);
    } catch (Failure failure) {
      if (failure.exitCode() != ExitCode.INTERRUPTED) {
        System.err.println(failure.getMessage());
      }
      return failure.exitCode();
    }
  }
}
