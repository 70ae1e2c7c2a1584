package fi.lupa.testkit.schema;

import tools.jackson.databind.JsonNode;

/**
 * A document that breaks its schema in exactly one place.
 *
 * @param keyword the keyword of JSON Schema that it breaks
 * @param pointer the place, as a JSON Pointer; of a required member the place where it should be
 * @param document the document
 */
public record Broken(String keyword, String pointer, JsonNode document) {}
