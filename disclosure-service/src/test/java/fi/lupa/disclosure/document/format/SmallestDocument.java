package fi.lupa.disclosure.document.format;

import fi.lupa.disclosure.support.Given;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the smallest document that a national schema allows. */
public final class SmallestDocument {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> CANDIDATES =
      List.of("2026-03-10", "2026-03-10T09:00:00Z", "urn:oid:1.2.246.537.6.1221");

  private SmallestDocument() {}

  public static JsonNode of(JsonNode schema) {
    if (schema.has("enum")) {
      return schema.path("enum").get(0);
    }
    if (schema.has("const")) {
      return schema.path("const");
    }
    return switch (schema.path("type").asString("object")) {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "boolean" -> NODES.booleanNode(false);
      case "integer", "number" -> NODES.numberNode(schema.path("minimum").asInt(1));
      default -> NODES.stringNode(text(schema));
    };
  }

  private static ObjectNode object(JsonNode schema) {
    ObjectNode object = Given.object();
    schema
        .path("required")
        .forEach(name ->
            object.set(name.asString(), of(schema.path("properties").path(name.asString()))));
    return object;
  }

  private static ArrayNode array(JsonNode schema) {
    ArrayNode array = NODES.arrayNode();
    for (int i = schema.path("minItems").asInt(0); i > 0; i--) {
      array.add(of(schema.path("items")));
    }
    return array;
  }

  private static String text(JsonNode schema) {
    String pattern = schema.path("pattern").asString("");
    if (pattern.isEmpty()) {
      return "x".repeat(Math.max(1, schema.path("minLength").asInt(0)));
    }
    if (pattern.startsWith("^urn:oid:")) {
      return pattern.substring(1).replace("(\\.\\d+)*$", "").replace("\\", "");
    }
    return CANDIDATES.stream()
        .filter(candidate -> Pattern.matches(pattern, candidate))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no text for " + pattern));
  }
}
