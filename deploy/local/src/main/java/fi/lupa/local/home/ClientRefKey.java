package fi.lupa.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key under which identity codes become client references. Made once per home: with another key
 * every stored reference would point to nobody.
 */
public final class ClientRefKey {

  private static final int BYTES = 32;

  private ClientRefKey() {}

  /** The key of a home in base64; made on first use, readable by its owner only. */
  public static synchronized String of(Home home) {
    Path file = home.data("client-ref.key");
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return Files.readString(file).trim();
    } catch (IOException e) {
      throw new UncheckedIOException("The client reference key can't be kept in " + file, e);
    }
  }

  private static void create(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path draft =
        Files.createTempFile(
            file.getParent(),
            "client-ref",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, Base64.getEncoder().encodeToString(key) + "\n");
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
