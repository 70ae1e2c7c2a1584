package fi.lupa.local.postgres;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.home.Home;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the launcher's libraries. */
final class PostgresPrograms {

  private static final String VERSION = "postgres-18.6.0";
  private static final Map<String, String> ARCHIVES =
      Map.of(
          "amd64", "postgres-linux-x86_64.txz",
          "x86_64", "postgres-linux-x86_64.txz",
          "aarch64", "postgres-linux-arm_64.txz");

  private PostgresPrograms() {}

  static Path in(Path programs) {
    Path folder = programs.resolve(VERSION);
    if (!Files.isDirectory(folder)) {
      Path draft = programs.resolve(VERSION + ".draft");
      Home.delete(draft);
      try (InputStream archive = archive()) {
        unpack(archive, draft);
        Files.move(draft, folder);
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL can't be unpacked to " + folder, e);
      }
    }
    return folder;
  }

  private static InputStream archive() {
    String os = System.getProperty("os.name");
    String name = ARCHIVES.get(System.getProperty("os.arch").toLowerCase(Locale.ROOT));
    if (name == null || !os.equals("Linux")) {
      throw new Failure(
          ExitCode.UNSUPPORTED,
          "Lupa's local PostgreSQL is packed for Linux on x86-64 and ARM only, and this is %s on %s."
              .formatted(os, System.getProperty("os.arch")));
    }
    return Objects.requireNonNull(PostgresPrograms.class.getResourceAsStream("/" + name));
  }

  private static void unpack(InputStream archive, Path target) throws IOException {
    var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)));
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path path = target.resolve(entry.getName()).normalize();
      if (!path.startsWith(target)) {
        throw new IOException("An entry leaves the archive's folder");
      }
      write(tar, entry, path);
    }
  }

  private static void write(InputStream tar, TarArchiveEntry entry, Path path) throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path);
      boolean program = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
