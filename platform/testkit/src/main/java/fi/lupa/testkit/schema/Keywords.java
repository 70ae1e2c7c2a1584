package fi.lupa.testkit.schema;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The keywords of JSON Schema that documents can be made for: those that the schemas here use. */
final class Keywords {
  private static final Set<String> KNOWN =
      Set.of(
          "type",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "minItems",
          "maxItems",
          "enum",
          "pattern",
          "minLength",
          "maxLength",
          "minimum",
          "maximum");

  /** What tells people something and asks nothing of a document. */
  private static final Set<String> ANNOTATIONS =
      Set.of("$schema", "$id", "$comment", "title", "description", "examples", "sosmeta");

  private Keywords() {}

  /** Fails for a schema with another keyword, at any depth: it is never passed over. */
  static void check(JsonNode schema, String pointer) {
    schema
        .propertyNames()
        .forEach(name -> {
          if (!KNOWN.contains(name) && !ANNOTATIONS.contains(name)) {
            throw new UnsupportedOperationException("keyword " + name + " at " + pointer);
          }
        });
    schema
        .path("properties")
        .properties()
        .forEach(property -> check(property.getValue(), pointer + "/" + property.getKey()));
    if (schema.has("items")) {
      check(schema.path("items"), pointer + "/*");
    }
  }
}
