package fi.lupa.testkit.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.ValueNode;

/** Breaks a document that has everything, one constraint at one place at a time. */
final class Breaks {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String UNKNOWN = "tuntematon";

  /** A change of a copy of the document: the value at the pointer becomes another or goes. */
  private record Break(String keyword, String at, String pointer, Change change) {}

  private interface Change {
    void on(JsonNode parent, String step);
  }

  private final List<Break> breaks = new ArrayList<>();

  private Breaks() {}

  static Stream<Broken> of(JsonNode schema, JsonNode full) {
    Breaks breaks = new Breaks();
    breaks.collect(schema, full, "");
    return breaks.breaks.stream().map(broken -> apply(broken, full));
  }

  /** Whether the text meets what a schema of type string asks of it besides its choice. */
  static boolean isText(JsonNode schema, JsonNode value) {
    String pattern = schema.path("pattern").asString("");
    return value.isString()
        && value.asString().length() >= schema.path("minLength").asInt(0)
        && value.asString().length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
        && Pattern.compile(pattern).matcher(value.asString()).find();
  }

  private void collect(JsonNode schema, JsonNode value, String at) {
    if (at.isEmpty()) {
      collectInside(schema, value, at);
      return;
    }
    JsonNode other = value.isString() ? NODES.numberNode(1) : NODES.stringNode("muu");
    if (schema.has("type")) {
      replace("type", at, other);
    }
    if (schema.has("enum")) {
      replace("enum", at, NODES.stringNode("ei-tunnettu"));
    } else if (schema.has("pattern")) {
      replace("pattern", at, NODES.stringNode("?"));
    } else if (schema.path("minLength").asInt(0) > 0) {
      replace("minLength", at, NODES.stringNode(""));
    }
    if (schema.has("maxLength") && !schema.has("pattern")) {
      replace("maxLength", at, NODES.stringNode("x".repeat(schema.path("maxLength").asInt() + 1)));
    }
    if (schema.has("minimum")) {
      replace("minimum", at, NODES.numberNode(schema.path("minimum").asInt() - 1));
    }
    if (schema.has("maximum")) {
      replace("maximum", at, NODES.numberNode(schema.path("maximum").asInt() + 1));
    }
    collectInside(schema, value, at);
  }

  private void collectInside(JsonNode schema, JsonNode value, String at) {
    if (value instanceof ObjectNode) {
      object(schema, value, at);
    } else if (value instanceof ArrayNode array) {
      array(schema, array, at);
    }
  }

  private void object(JsonNode schema, JsonNode object, String at) {
    schema
        .path("required")
        .valueStream()
        .map(JsonNode::asString)
        .forEach(name ->
            add(
                "required",
                at + "/" + name,
                at + "/" + name,
                (parent, step) -> ((ObjectNode) parent).remove(step)));
    if (!schema.path("additionalProperties").asBoolean(true)) {
      add(
          "additionalProperties",
          at + "/" + UNKNOWN,
          at,
          (parent, step) -> ((ObjectNode) parent).put(step, 1));
    }
    schema
        .path("properties")
        .propertyStream()
        .forEach(property ->
            collect(
                property.getValue(), object.path(property.getKey()), at + "/" + property.getKey()));
  }

  private void array(JsonNode schema, ArrayNode array, String at) {
    if (schema.path("minItems").asInt(0) > 0) {
      replace("minItems", at, items(array, schema.path("minItems").asInt() - 1));
    }
    if (schema.has("maxItems")) {
      replace("maxItems", at, items(array, schema.path("maxItems").asInt() + 1));
    }
    if (!array.isEmpty()) {
      collect(schema.path("items"), array.get(0), at + "/0");
    }
  }

  private static ArrayNode items(ArrayNode array, int count) {
    ArrayNode items = NODES.arrayNode();
    for (int i = 0; i < count; i++) {
      items.add(array.get(0));
    }
    return items;
  }

  private void replace(String keyword, String at, JsonNode value) {
    add(
        keyword,
        at,
        at,
        (parent, step) -> {
          if (parent instanceof ObjectNode object) {
            object.set(step, value);
          } else if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(step), value);
          }
        });
  }

  private void add(String keyword, String at, String pointer, Change change) {
    breaks.add(new Break(keyword, at, pointer, change));
  }

  private static Broken apply(Break broken, JsonNode full) {
    JsonNode copy = full.deepCopy();
    int last = broken.at().lastIndexOf('/');
    JsonNode parent = copy.at(broken.at().substring(0, last));
    if (parent instanceof ValueNode) {
      throw new IllegalStateException("nothing at " + broken.at());
    }
    broken.change().on(parent, broken.at().substring(last + 1));
    return new Broken(broken.keyword(), broken.pointer(), copy);
  }
}
