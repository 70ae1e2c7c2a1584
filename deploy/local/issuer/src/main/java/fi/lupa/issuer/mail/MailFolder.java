package fi.lupa.issuer.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Messages as files, numbered in the order in which they came; the oldest go. */
final class MailFolder {
  private static final String ENDING = ".eml";
  private static final int KEPT = 200;

  private final Path folder;

  MailFolder(Path folder) {
    this.folder = folder;
  }

  /** Appears whole or not at all. */
  synchronized void keep(byte[] message) throws IOException {
    Files.createDirectories(folder);
    List<Path> all = all();
    int last = all.isEmpty() ? 0 : number(all.getLast());
    Path half = Files.write(folder.resolve("incoming"), message);
    Files.move(
        half,
        folder.resolve(String.format(Locale.ROOT, "%06d%s", last + 1, ENDING)),
        StandardCopyOption.ATOMIC_MOVE);
    for (Path old : all.subList(0, Math.max(0, all.size() + 1 - KEPT))) {
      Files.delete(old);
    }
  }

  private List<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted(Comparator.comparing(Path::getFileName))
          .toList();
    }
  }

  private static int number(Path file) {
    return Integer.parseInt(file.getFileName().toString().replace(ENDING, ""));
  }
}
