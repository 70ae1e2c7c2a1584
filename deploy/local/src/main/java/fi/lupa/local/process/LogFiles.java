package fi.lupa.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Keeps the logs of the last starts: {@code x.log} is the newest, then {@code x.log.1} and so on.
 */
public final class LogFiles {

  private static final int KEPT = 3;

  private LogFiles() {}

  /** Moves the older logs on by one and gives the place of the new one. */
  public static synchronized Path rotate(Path log) throws IOException {
    for (int n = KEPT - 1; n >= 0; n--) {
      Path from = numbered(log, n);
      if (Files.exists(from)) {
        Files.move(from, numbered(log, n + 1), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return log;
  }

  private static Path numbered(Path log, int n) {
    return n == 0 ? log : log.resolveSibling(log.getFileName() + "." + n);
  }
}
