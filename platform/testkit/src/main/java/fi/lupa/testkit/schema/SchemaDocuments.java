package fi.lupa.testkit.schema;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Documents made from a JSON Schema: the smallest it allows, one with everything in it, and ones
 * that break it in one place each. The same schema always gives the same documents. A keyword that
 * isn't understood fails ({@link UnsupportedOperationException}), and so does a schema that
 * contradicts itself ({@link Unsatisfiable}).
 */
public final class SchemaDocuments {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** As many as show that there can be several. */
  private static final int ITEMS = 2;

  private final JsonNode schema;

  private SchemaDocuments(JsonNode schema) {
    this.schema = schema;
  }

  public static SchemaDocuments of(JsonNode schema) {
    Keywords.check(schema, "");
    return new SchemaDocuments(schema);
  }

  /** Only what is required, as short as may be. */
  public JsonNode minimal() {
    return new Maker(false).value(schema, "");
  }

  /**
   * Every property, two items in each array; each free text is another one: {@code teksti 1} and so
   * on, so that it can be found again.
   */
  public JsonNode full() {
    return new Maker(true).value(schema, "");
  }

  /** The full document with one break at a time: every constraint of the schema at every place. */
  public Stream<Broken> broken() {
    return Breaks.of(schema, full());
  }

  private static final class Maker {
    private final boolean everything;
    private int texts;

    Maker(boolean everything) {
      this.everything = everything;
    }

    JsonNode value(JsonNode schema, String pointer) {
      if (schema.has("enum")) {
        return choice(schema, pointer);
      }
      return switch (schema.path("type").asString("object")) {
        case "object" -> object(schema, pointer);
        case "array" -> array(schema, pointer);
        case "boolean" -> NODES.booleanNode(everything);
        case "integer", "number" -> number(schema, pointer);
        case "null" -> NODES.nullNode();
        default -> NODES.stringNode(Texts.of(schema, pointer, wish()));
      };
    }

    private String wish() {
      return everything ? "teksti " + ++texts : "";
    }

    /** The first that the rest of the schema allows. */
    private static JsonNode choice(JsonNode schema, String pointer) {
      String type = schema.path("type").asString("string");
      return schema
          .path("enum")
          .valueStream()
          .filter(value -> !type.equals("string") || Breaks.isText(schema, value))
          .findFirst()
          .orElseThrow(() -> new Unsatisfiable(pointer, "none of its values is allowed"));
    }

    private ObjectNode object(JsonNode schema, String pointer) {
      JsonNode properties = schema.path("properties");
      ObjectNode object = NODES.objectNode();
      schema
          .path("required")
          .valueStream()
          .map(JsonNode::asString)
          .forEach(name -> {
            if (!properties.has(name) && !schema.path("additionalProperties").asBoolean(true)) {
              throw new Unsatisfiable(pointer, "requires a property that it doesn't allow");
            }
            object.set(name, value(properties.path(name), pointer + "/" + name));
          });
      if (everything) {
        properties
            .propertyStream()
            .filter(property -> !object.has(property.getKey()))
            .forEach(property ->
                object.set(
                    property.getKey(),
                    value(property.getValue(), pointer + "/" + property.getKey())));
      }
      return object;
    }

    private ArrayNode array(JsonNode schema, String pointer) {
      int least = schema.path("minItems").asInt(0);
      int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
      if (least > most) {
        throw new Unsatisfiable(pointer, "minItems is more than maxItems");
      }
      int length = everything ? Math.min(Math.max(least, ITEMS), most) : least;
      ArrayNode array = NODES.arrayNode();
      for (int i = 0; i < length; i++) {
        array.add(value(schema.path("items"), pointer + "/" + i));
      }
      return array;
    }

    private static JsonNode number(JsonNode schema, String pointer) {
      int least = schema.path("minimum").asInt(1);
      int most = schema.path("maximum").asInt(Integer.MAX_VALUE);
      if (least > most && schema.has("minimum")) {
        throw new Unsatisfiable(pointer, "minimum is more than maximum");
      }
      return NODES.numberNode(Math.min(least, most));
    }
  }
}
