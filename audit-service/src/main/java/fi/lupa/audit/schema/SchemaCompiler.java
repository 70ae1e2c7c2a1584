package fi.lupa.audit.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Makes a check of a JSON Schema (draft 2020-12). It knows the keywords that the events' schemas
 * use and refuses any other, so that none is passed over: a general validator, which walks the
 * schema for each value and collects what is wrong, takes some ten times as long.
 */
public final class SchemaCompiler {
  private static final Set<String> SAY_NOTHING =
      Set.of("$schema", "$id", "$defs", "title", "description", "then", "else");

  private final JsonNode root;
  private final Map<String, Check> definitions = new HashMap<>();

  private SchemaCompiler(JsonNode root) {
    this.root = root;
  }

  /**
   * The check of a whole schema.
   *
   * @throws IllegalArgumentException when it uses what isn't known here, by name
   */
  public static Check compile(JsonNode schema) {
    return new SchemaCompiler(schema).check(schema);
  }

  private Check check(JsonNode schema) {
    if (schema.isBoolean()) {
      boolean always = schema.booleanValue();
      return value -> always;
    }
    List<Check> checks = new ArrayList<>();
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      if (!SAY_NOTHING.contains(keyword.getKey())) {
        checks.add(check(keyword.getKey(), keyword.getValue(), schema));
      }
    }
    return Check.all(checks);
  }

  private Check check(String keyword, JsonNode says, JsonNode schema) {
    return switch (keyword) {
      case "type" -> ValueChecks.type(says);
      case "enum" -> ValueChecks.among(says.values());
      case "const" -> ValueChecks.among(List.of(says));
      case "minimum" -> ValueChecks.atLeast(says.decimalValue());
      case "pattern" -> TextChecks.pattern(says.stringValue());
      case "format" -> TextChecks.format(says.stringValue());
      case "minLength" -> TextChecks.length(says.intValue(), Integer.MAX_VALUE);
      case "maxLength" -> TextChecks.length(0, says.intValue());
      case "minItems" -> ArrayChecks.size(says.intValue(), Integer.MAX_VALUE);
      case "maxItems" -> ArrayChecks.size(0, says.intValue());
      case "uniqueItems" -> ArrayChecks.unique(says.booleanValue());
      case "items" -> ArrayChecks.each(check(says));
      case "required" -> ObjectChecks.required(says);
      case "properties" -> ObjectChecks.properties(checks(says));
      case "additionalProperties" ->
          ObjectChecks.others(ObjectChecks.names(schema.path("properties")), check(says));
      case "$ref" -> definition(says.stringValue());
      case "not" -> {
        Check check = check(says);
        yield value -> !check.fits(value);
      }
      case "allOf" -> Check.all(says.values().stream().map(this::check).toList());
      case "anyOf" -> any(says.values().stream().map(this::check).toList());
      case "if" -> choice(schema);
      default -> throw unknown(keyword);
    };
  }

  private Map<String, Check> checks(JsonNode properties) {
    Map<String, Check> checks = new HashMap<>();
    properties.properties().forEach(one -> checks.put(one.getKey(), check(one.getValue())));
    return checks;
  }

  private Check choice(JsonNode schema) {
    Check asked = check(schema.get("if"));
    Check then = schema.has("then") ? check(schema.get("then")) : value -> true;
    Check otherwise = schema.has("else") ? check(schema.get("else")) : value -> true;
    return value -> (asked.fits(value) ? then : otherwise).fits(value);
  }

  private static Check any(List<Check> checks) {
    Check[] each = checks.toArray(Check[]::new);
    return value -> {
      for (Check one : each) {
        if (one.fits(value)) {
          return true;
        }
      }
      return false;
    };
  }

  /** Looked up when a value is checked, for a definition may name itself. */
  private Check definition(String reference) {
    JsonNode definition =
        reference.startsWith("#/$defs/")
            ? root.path("$defs").path(reference.substring("#/$defs/".length()))
            : root.path("no such place");
    if (definition.isMissingNode()) {
      throw unknown("$ref " + reference);
    }
    if (!definitions.containsKey(reference)) {
      definitions.put(reference, value -> true);
      definitions.put(reference, check(definition));
    }
    return value -> definitions.get(reference).fits(value);
  }

  static IllegalArgumentException unknown(String what) {
    return new IllegalArgumentException("a schema of events uses " + what);
  }
}
