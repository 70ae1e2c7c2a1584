package fi.lupa.audit.schema;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Whether a value is as a schema says; nothing more is told. */
@FunctionalInterface
public interface Check {
  boolean fits(JsonNode value);

  /** Whether a value is as all of them say. */
  static Check all(List<Check> checks) {
    Check[] each = checks.toArray(Check[]::new);
    return switch (each.length) {
      case 0 -> value -> true;
      case 1 -> each[0];
      default ->
          value -> {
            for (Check one : each) {
              if (!one.fits(value)) {
                return false;
              }
            }
            return true;
          };
    };
  }
}
