package fi.lupa.authorization.support;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The national schema of the client relationship document, found beside the repository. It isn't
 * part of it: a test that needs it says so when it isn't there.
 */
public final class NationalRelationshipSchema {
  public static final String OID = "1.2.246.537.6.1505.1.2023.6.1";
  private static final Path FOLDER =
      Path.of(System.getProperty("lupa.root", "..")).resolve("../shared/data/sosmeta").normalize();

  private NationalRelationshipSchema() {}

  public static Path file() {
    return FOLDER.resolve(OID + ".json");
  }

  public static boolean present() {
    return Files.isRegularFile(file());
  }

  /** The value of LUPA_SCHEMAS. */
  static String setting() {
    return present() ? FOLDER.toString() : "";
  }
}
