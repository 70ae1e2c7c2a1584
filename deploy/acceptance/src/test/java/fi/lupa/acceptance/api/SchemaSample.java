package fi.lupa.acceptance.api;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills a schema with made-up data. It knows the few keywords that the national schemas use; a text
 * without a pattern gets a marker that PrivacyIT looks for.
 */
final class SchemaSample {
  private static final List<String> MOMENTS =
      List.of("2026-11-20", "2026-11-20T10:15:00+02:00", "2026-11-20T10:15");
  private static final String IDENTITY_CODES = "urn:oid:1.2.246.21";

  private final JsonNodeFactory nodes = JsonNodeFactory.instance;
  private final Person person;

  SchemaSample(Person person) {
    this.person = person;
  }

  JsonNode of(JsonNode schema) {
    String type = schema.path("type").asString("");
    return switch (type) {
      case "object" -> object(schema);
      case "array" -> nodes.arrayNode().add(of(schema.path("items")));
      case "string" -> nodes.stringNode(text(schema));
      case "boolean" -> nodes.booleanNode(true);
      case "integer", "number" -> nodes.numberNode(7);
      default -> throw new AssertionError("a schema has the unknown type " + type);
    };
  }

  private JsonNode object(JsonNode schema) {
    ObjectNode object = nodes.objectNode();
    schema
        .path("properties")
        .propertyStream()
        .forEach(p -> object.set(p.getKey(), of(p.getValue())));
    if (object.path("system").asString("").equals(IDENTITY_CODES)) {
      object.put("value", person.identityCode());
    }
    return object;
  }

  private static String text(JsonNode schema) {
    if (schema.has("enum")) {
      return schema.path("enum").path(0).asString();
    }
    if (schema.has("pattern")) {
      return matching(schema.path("pattern").asString());
    }
    String text = Secrets.marker();
    int most = schema.path("maxLength").asInt(text.length());
    return text.substring(0, Math.min(most, text.length()));
  }

  private static String matching(String pattern) {
    String literal =
        pattern.replaceFirst("^\\^", "").replaceFirst("\\(.*$", "").replace("\\.", ".");
    return Stream.concat(MOMENTS.stream(), Stream.of(literal))
        .filter(text -> text.matches(pattern))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no text is known for the pattern " + pattern));
  }
}
