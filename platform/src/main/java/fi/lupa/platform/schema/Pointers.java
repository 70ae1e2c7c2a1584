package fi.lupa.platform.schema;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Pointers into a document that may be told. */
final class Pointers {
  private Pointers() {}

  /** The pointer as far as the schema knows its names, in RFC 6901's writing. */
  static String known(JsonNode schema, JsonPointer pointer) {
    StringBuilder known = new StringBuilder();
    JsonNode at = schema;
    for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
      String step = rest.getMatchingProperty();
      JsonNode next =
          at.path("properties").has(step) ? at.path("properties").path(step) : item(at, rest);
      if (next.isMissingNode()) {
        break;
      }
      known.append('/').append(escaped(step));
      at = next;
    }
    return known.toString();
  }

  private static JsonNode item(JsonNode schema, JsonPointer step) {
    return step.getMatchingIndex() >= 0 && schema.path("items").isObject()
        ? schema.path("items")
        : schema.path("");
  }

  static String escaped(String step) {
    return step.replace("~", "~0").replace("/", "~1");
  }
}
