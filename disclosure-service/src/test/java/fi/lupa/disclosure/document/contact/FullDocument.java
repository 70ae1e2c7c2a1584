package fi.lupa.disclosure.document.contact;

import fi.lupa.disclosure.support.Given;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills everything that a schema knows, twice where it may repeat. Each text is the place where it
 * stands, so that every one can be told from every other.
 */
final class FullDocument {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FullDocument() {}

  static JsonNode of(JsonNode schema) {
    return of(schema, "");
  }

  private static JsonNode of(JsonNode schema, String place) {
    return switch (schema.path("type").asString("object")) {
      case "object" -> object(schema, place);
      case "array" -> array(schema, place);
      case "boolean" -> NODES.booleanNode(true);
      case "integer", "number" -> NODES.numberNode(place.length());
      default -> NODES.stringNode(place);
    };
  }

  private static ObjectNode object(JsonNode schema, String place) {
    ObjectNode object = Given.object();
    schema
        .path("properties")
        .forEachEntry((name, member) -> object.set(name, of(member, place + "/" + name)));
    return object;
  }

  private static ArrayNode array(JsonNode schema, String place) {
    return NODES
        .arrayNode()
        .add(of(schema.path("items"), place + "/0"))
        .add(of(schema.path("items"), place + "/1"));
  }
}
