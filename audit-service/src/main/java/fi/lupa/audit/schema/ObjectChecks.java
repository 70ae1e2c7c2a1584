package fi.lupa.audit.schema;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a schema says of objects; any other value is left to others. */
final class ObjectChecks {
  private ObjectChecks() {}

  static Check required(JsonNode names) {
    String[] all = names.values().stream().map(JsonNode::stringValue).toArray(String[]::new);
    return value -> {
      if (value.isObject()) {
        for (String name : all) {
          if (!value.has(name)) {
            return false;
          }
        }
      }
      return true;
    };
  }

  static Check properties(Map<String, Check> checks) {
    return value -> {
      if (value.isObject()) {
        for (Map.Entry<String, JsonNode> one : value.properties()) {
          Check check = checks.get(one.getKey());
          if (check != null && !check.fits(one.getValue())) {
            return false;
          }
        }
      }
      return true;
    };
  }

  static Set<String> names(JsonNode properties) {
    Set<String> names = new HashSet<>();
    properties.properties().forEach(one -> names.add(one.getKey()));
    return names;
  }

  /** Of the members that have none of these names. */
  static Check others(Set<String> names, Check check) {
    return value -> {
      if (value.isObject()) {
        for (Map.Entry<String, JsonNode> one : value.properties()) {
          if (!names.contains(one.getKey()) && !check.fits(one.getValue())) {
            return false;
          }
        }
      }
      return true;
    };
  }
}
