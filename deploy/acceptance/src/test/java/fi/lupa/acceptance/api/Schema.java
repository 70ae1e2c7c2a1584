package fi.lupa.acceptance.api;

import fi.lupa.acceptance.system.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document schema of a file.
 *
 * @param oid the file's name, which is the schema's OID
 */
public record Schema(String oid, Path file) {
  private static final String SUFFIX = ".json";
  private static final Path OWN = Place.root().resolve("contracts/src/main/resources/schemas");

  /** Where the national schemas are, on machines that have them. */
  private static final Path NATIONAL = Place.root().resolve("../shared/data/sosmeta").normalize();

  /** Whether the national schemas are here: the launcher then gives them to the service. */
  public static boolean nationalHere() {
    return Files.isDirectory(NATIONAL);
  }

  /** All national schemas, none when they aren't here. */
  public static List<Schema> national() {
    return nationalHere() ? in(NATIONAL) : List.of();
  }

  /** Lupa's own samples, which every machine has. */
  public static List<Schema> own() {
    return in(OWN);
  }

  /** A national schema of a document type, or Lupa's own of the given type where there are none. */
  public static Schema of(String nationalType, String ownType) {
    List<Schema> schemas = nationalHere() ? national() : own();
    String wanted = nationalHere() ? nationalType : ownType;
    return schemas.stream()
        .filter(schema -> schema.type().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no schema of type " + wanted));
  }

  /** The document type it is for: code set and code out of the OID. */
  public String type() {
    List<String> arcs = Arrays.asList(oid.split("\\."));
    int codeSet = Math.max(arcs.indexOf("1506"), arcs.indexOf("1505"));
    return arcs.get(codeSet) + "." + arcs.get(codeSet + 1);
  }

  /** A document that meets it, with everything that it knows filled in. */
  public String sample(Person person) {
    JsonNode sample = new SchemaSample(person).of(tree());
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(sample) + "\n";
  }

  private JsonNode tree() {
    return JsonMapper.shared().readTree(file.toFile());
  }

  private static List<Schema> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .map(file -> new Schema(name(file), file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }
}
