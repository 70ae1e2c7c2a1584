package fi.lupa.local.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the program is, where its data is, and at which port it begins.
 *
 * @param root the repository's folder
 * @param home the data's folder
 * @param port the gateway's port; the other parts take the ones after it
 */
public record Setup(Path root, Home home, int port) {

  /** The highest offset from {@link #port} that any part uses. */
  public static final int LAST_OFFSET = 14;

  /** A part's address on this machine. */
  public String url(int offset) {
    return "http://localhost:" + (port + offset);
  }

  /** The gateway: the only address that a caller needs. */
  public String gateway() {
    return url(0);
  }

  /** The issuer of tokens. */
  public String issuer() {
    return url(5);
  }

  /**
   * The national document schemas, when this machine has them: the Finnish institute for health and
   * welfare publishes them, the repository does not hold them.
   */
  public Optional<Path> nationalSchemas() {
    return Optional.of(root.resolve("../shared/data/sosmeta").normalize())
        .filter(Files::isDirectory);
  }
}
