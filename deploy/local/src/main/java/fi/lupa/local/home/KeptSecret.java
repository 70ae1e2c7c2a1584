package fi.lupa.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A secret of a home: made on first use, then kept, readable by its owner only. */
final class KeptSecret {

  private KeptSecret() {}

  static synchronized String of(Path file, Supplier<String> made) {
    try {
      if (!Files.exists(file)) {
        create(file, made.get());
      }
      return Files.readString(file).trim();
    } catch (IOException e) {
      throw new UncheckedIOException("A secret can't be kept in " + file, e);
    }
  }

  private static void create(Path file, String secret) throws IOException {
    Path draft =
        Files.createTempFile(
            file.getParent(),
            "secret",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, secret + "\n");
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
