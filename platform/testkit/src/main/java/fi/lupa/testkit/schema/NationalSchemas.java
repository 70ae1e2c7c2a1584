package fi.lupa.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public national schemas (SOSMETA), found beside the repository. They aren't part of it: a
 * test that needs them begins with {@link #needed()} and so says when they aren't there.
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

  /** Ends the test as skipped, with a word on why, when they aren't there. */
  public static void needed() {
    assumeThat(present())
        .as("the national schemas aren't at %s: not tested against them", FOLDER)
        .isTrue();
    assertThat(oids()).hasSizeGreaterThan(100);
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

  /** The schema of that OID, as published. */
  public static JsonNode schema(String oid) {
    return JsonMapper.shared().readTree(FOLDER.resolve(oid + ".json").toFile());
  }

  /** The OID of the newest schema of a document type such as {@code 1505.1}. */
  public static String ofType(String documentType) {
    return oids().stream()
        .filter(oid -> oid.contains("." + documentType + "."))
        .reduce((_, later) -> later)
        .orElseThrow(() -> new IllegalArgumentException("no schema of type " + documentType));
  }
}
