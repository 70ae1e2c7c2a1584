package fi.lupa.local.home;

import fi.lupa.verify.note.NoteSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * The key that the log signs its checkpoints by. Made once per home: with another key it would be
 * another log. {@code ./lupa verify} takes the public half from the file beside it.
 */
public final class LogKey {

  private static final String ORIGIN = "localhost/lupa";

  private LogKey() {}

  /** The key of a home as its text; made on first use, readable by its owner only. */
  public static String of(Home home) {
    String secret =
        KeptSecret.of(
            home.data("log.key"),
            () -> NoteSigner.generate(ORIGIN, new SecureRandom()).secretText());
    Path open = home.data("log.pub");
    try {
      Files.writeString(open, NoteSigner.parse(secret).key().text() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("The log's public key can't be kept in " + open, e);
    }
    return secret;
  }
}
