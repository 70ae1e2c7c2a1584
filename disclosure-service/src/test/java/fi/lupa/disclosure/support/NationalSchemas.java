package fi.lupa.disclosure.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The public national schemas (SOSMETA), found beside the repository. They aren't part of it: a
 * test that needs them says so when they aren't there.
 */
public final class NationalSchemas {
  private static final Path FOLDER =
      Path.of(System.getProperty("lupa.root", "..")).resolve("../shared/data/sosmeta").normalize();

  private NationalSchemas() {}

  public static Path folder() {
    return FOLDER;
  }

  public static boolean present() {
    return Files.isDirectory(FOLDER);
  }

  /** The value of LUPA_SCHEMAS. */
  public static String setting() {
    return present() ? FOLDER.toString() : "";
  }

  /** The OIDs of all of them. */
  public static List<String> oids() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
