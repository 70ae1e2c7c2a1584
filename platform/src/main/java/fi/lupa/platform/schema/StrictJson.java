package fi.lupa.platform.schema;

import java.math.BigDecimal;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON that means the same to every reader (RFC 7493, I-JSON): no name twice in an object, no
 * NUL and no half of a surrogate pair in a text, no number that some readers can't hold, and not so
 * deep that a reader falls over.
 */
final class StrictJson {
  /** The national schemas go 11 deep. */
  static final int DEEPEST = 64;

  static final int LONGEST_NUMBER = 64;
  static final int LARGEST_EXPONENT = 300;
  private static final int LONGEST_NAME = 1000;
  private static final int LONGEST_TEXT = 16 * 1024 * 1024;
  private static final JsonNodeFactory NODES = new JsonNodeFactory();

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxNameLength(LONGEST_NAME)
                  .maxStringLength(LONGEST_TEXT)
                  .build())
          .build();

  private StrictJson() {}

  /**
   * @param utf8 text that is UTF-8 for certain: the parser itself would take UTF-16 and broken
   *     UTF-8 as well
   * @throws NotJson when it isn't such JSON
   */
  static JsonNode read(byte[] utf8) {
    if (utf8.length > 1 && (utf8[0] == 0 || utf8[1] == 0)) {
      throw new NotJson(JsonPointer.empty(), "isn't JSON (line 1)"); // not a hint of UTF-16
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
      try {
        parser.nextToken();
        JsonNode tree = value(parser);
        if (parser.nextToken() != null) {
          throw new NotJson(JsonPointer.empty(), "has something after its end");
        }
        return tree;
      } catch (StreamConstraintsException e) {
        throw new NotJson(
            pointer(parser), "is deeper, or has a longer number or name, than allowed");
      } catch (JacksonException e) {
        int line = parser.currentLocation().getLineNr();
        throw new NotJson(JsonPointer.empty(), "isn't JSON (line " + line + ")");
      }
    }
  }

  private static JsonNode value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> NODES.stringNode(text(parser));
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> fraction(parser);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case null, default -> throw new NotJson(JsonPointer.empty(), "is empty");
    };
  }

  private static ObjectNode object(JsonParser parser) {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      check(parser, name);
      parser.nextToken();
      if (object.replace(name, value(parser)) != null) {
        throw new NotJson(pointer(parser), "has this name twice");
      }
    }
    return object;
  }

  private static ArrayNode array(JsonParser parser) {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  private static String text(JsonParser parser) {
    String text = parser.getString();
    check(parser, text);
    return text;
  }

  private static void check(JsonParser parser, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new NotJson(pointer(parser), "has the character NUL");
      }
      if (Character.isSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
          throw new NotJson(pointer(parser), "has half of a surrogate pair");
        }
        i++;
      }
    }
  }

  private static JsonNode integer(JsonParser parser) {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  private static JsonNode fraction(JsonParser parser) {
    try {
      BigDecimal number = parser.getDecimalValue();
      if (Math.abs((long) number.precision() - number.scale() - 1) <= LARGEST_EXPONENT) {
        return NODES.numberNode(number);
      }
    } catch (NumberFormatException e) {
      // an exponent that not even BigDecimal holds
    }
    throw new NotJson(pointer(parser), "is a number too large or too small");
  }

  private static JsonPointer pointer(JsonParser parser) {
    return Objects.requireNonNull(parser.streamReadContext()).pathAsPointer();
  }
}
