package fi.lupa.audit.schema;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/** What a schema says of values of any type. */
final class ValueChecks {
  private ValueChecks() {}

  static Check type(JsonNode says) {
    Collection<JsonNode> names = says.isArray() ? says.values() : List.of(says);
    Set<JsonNodeType> types = EnumSet.noneOf(JsonNodeType.class);
    names.forEach(name -> types.add(type(name.stringValue())));
    return value ->
        types.contains(value.getNodeType())
            && (value.getNodeType() != JsonNodeType.NUMBER || isWhole(value));
  }

  /** Numbers are whole ones in all events. */
  private static JsonNodeType type(String name) {
    return switch (name) {
      case "object" -> JsonNodeType.OBJECT;
      case "array" -> JsonNodeType.ARRAY;
      case "string" -> JsonNodeType.STRING;
      case "integer" -> JsonNodeType.NUMBER;
      case "boolean" -> JsonNodeType.BOOLEAN;
      case "null" -> JsonNodeType.NULL;
      default -> throw SchemaCompiler.unknown("the type " + name);
    };
  }

  /** 1.0 is a whole number, too. */
  private static boolean isWhole(JsonNode number) {
    return number.isIntegralNumber() || number.decimalValue().stripTrailingZeros().scale() <= 0;
  }

  /** Texts, truth values and null: what is equal is the same there. */
  static Check among(Collection<JsonNode> values) {
    if (!values.stream().allMatch(one -> one.isString() || one.isBoolean() || one.isNull())) {
      throw SchemaCompiler.unknown("a fixed number, array or object");
    }
    Set<JsonNode> all = new HashSet<>(values);
    return all::contains;
  }

  static Check atLeast(BigDecimal least) {
    return value -> !value.isNumber() || value.decimalValue().compareTo(least) >= 0;
  }
}
