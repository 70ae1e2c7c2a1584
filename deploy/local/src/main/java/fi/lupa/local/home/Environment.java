package fi.lupa.local.home;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import java.nio.file.Path;
import java.util.Map;

/** Reads LUPA_HOME and LUPA_PORT. */
public final class Environment {

  /** The port base when LUPA_PORT names none. */
  public static final int DEFAULT_PORT = 8080;

  private static final int LOWEST_PORT = 1024;

  private Environment() {}

  /**
   * The setup that the variables name. Without LUPA_PORT it is the port base of the last start in
   * this home, so that {@code ./lupa demo} finds what {@code LUPA_PORT=18080 ./lupa up} started.
   *
   * @param root the repository's folder
   * @param variables the process's environment
   */
  public static Setup read(Path root, Map<String, String> variables) {
    String folder = variables.getOrDefault("LUPA_HOME", "");
    Path path = folder.isBlank() ? root.resolve(".lupa") : Path.of(folder);
    Home home = new Home(path.toAbsolutePath().normalize());
    String port = variables.getOrDefault("LUPA_PORT", "");
    return new Setup(
        root, home, port.isBlank() ? PortFile.read(home).orElse(DEFAULT_PORT) : port(port));
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text.trim());
      if (port >= LOWEST_PORT && port <= 0xFFFF - Setup.LAST_OFFSET) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // falls through to the sentence below, which is the same for both
    }
    throw new Failure(
        ExitCode.USAGE,
        "LUPA_PORT must be a number from %d to %d."
            .formatted(LOWEST_PORT, 0xFFFF - Setup.LAST_OFFSET));
  }
}
