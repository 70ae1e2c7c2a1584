package fi.lupa.disclosure.matter;

import fi.lupa.disclosure.support.Given;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents of the two kinds, to be varied by a test. */
public final class MatterDocuments {
  public static final String RELATIONSHIP_SCHEMA = "1.2.246.10.90000011.6.1505.1.2026.11.22";
  public static final String RELATIONSHIP = "1505.1";
  public static final String CASE = "1505.2";

  private MatterDocuments() {}

  /** A client relationship with everything in it. */
  public static ObjectNode relationship() {
    return read("relationship.json");
  }

  /** A closed matter of one adult. */
  public static ObjectNode matter() {
    return read("case.json");
  }

  /** The object at that path, to be changed. */
  public static ObjectNode at(JsonNode document, String pointer) {
    return (ObjectNode) document.at(pointer);
  }

  private static ObjectNode read(String file) {
    try (InputStream in = MatterDocuments.class.getResourceAsStream("/matters/" + file)) {
      return (ObjectNode) Given.JSON.readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
