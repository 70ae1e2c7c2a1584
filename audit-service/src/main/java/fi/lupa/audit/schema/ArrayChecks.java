package fi.lupa.audit.schema;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a schema says of arrays; any other value is left to others. */
final class ArrayChecks {
  private ArrayChecks() {}

  static Check size(int least, int most) {
    return value -> !value.isArray() || TextChecks.between(least, value.size(), most);
  }

  static Check each(Check item) {
    return value -> {
      if (value.isArray()) {
        for (JsonNode one : value) {
          if (!item.fits(one)) {
            return false;
          }
        }
      }
      return true;
    };
  }

  static Check unique(boolean wanted) {
    return value -> !wanted || !value.isArray() || value.size() < 2 || allDiffer(value);
  }

  private static boolean allDiffer(JsonNode array) {
    Set<Object> seen = new HashSet<>();
    for (JsonNode one : array) {
      // 1 and 1.0 are one number
      if (!seen.add(one.isNumber() ? one.decimalValue().stripTrailingZeros() : one)) {
        return false;
      }
    }
    return true;
  }
}
