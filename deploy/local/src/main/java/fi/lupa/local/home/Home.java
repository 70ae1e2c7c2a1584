package fi.lupa.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder in which a local Lupa lives, {@code .lupa} unless LUPA_HOME names another.
 *
 * @param folder its absolute path
 */
public record Home(Path folder) {

  /** What {@code --fresh} removes. Unpacked programs, logs and build results are no data. */
  private static final List<String> DATA =
      List.of(
          "postgres", "kafka", "issuer", "signing", "client-ref.key", "log.key", "log.pub", "mail");

  /** Makes the folders that every command expects. */
  public Home create() {
    try {
      Files.createDirectories(run());
      Files.createDirectories(logs());
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("Lupa can't write to its folder " + folder, e);
    }
  }

  /** Process files, locks and settings of the running system. */
  public Path run() {
    return folder.resolve("run");
  }

  /** One log per part, and the build's. */
  public Path logs() {
    return folder.resolve("logs");
  }

  /** Unpacked programs; may be deleted at any time nothing runs. */
  public Path programs() {
    return folder.resolve("programs");
  }

  /** A part's own data. */
  public Path data(String part) {
    return folder.resolve(part);
  }

  /** Mail to citizens, a file for each message. */
  public Path mail() {
    return folder.resolve("mail");
  }

  /** Where a part's output goes. */
  public Path log(String part) {
    return logs().resolve(part + ".log");
  }

  /** Removes all data, so that the next start begins anew. */
  public void deleteData() {
    DATA.forEach(name -> delete(folder.resolve(name)));
  }

  /** Deletes a file or a folder with all that is in it; nothing when it isn't there. */
  public static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Lupa can't delete " + path, e);
    }
  }
}
