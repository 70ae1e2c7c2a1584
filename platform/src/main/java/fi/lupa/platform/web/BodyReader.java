package fi.lupa.platform.web;

import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bytes to a checked record: JSON, then the contract's schema, then the record's own invariants.
 */
public final class BodyReader {
  private final JsonMapper json;
  private final Contract contract;

  public BodyReader(JsonMapper json, Contract contract) {
    this.json = json;
    this.contract = contract;
  }

  /**
   * @throws Problem REQUEST_INVALID with a pointer per violation
   */
  public <T> T read(byte[] body, String schema, Class<T> type) {
    JsonNode tree = tree(body);
    List<Violation> violations = contract.violations(schema, tree);
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
    try {
      return json.treeToValue(tree, type);
    } catch (JacksonException e) {
      throw Problem.invalid(pointer(e), "has a value that isn't possible here");
    }
  }

  private JsonNode tree(byte[] body) {
    try {
      JsonNode tree = json.readTree(body);
      if (tree.isMissingNode()) {
        throw Problem.invalid("", "the body is empty");
      }
      return tree;
    } catch (JacksonException e) {
      throw Problem.invalid("", "the body isn't JSON");
    }
  }

  private static String pointer(JacksonException e) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      String name = step.getPropertyName();
      if (name != null && !Contract.isTellable(name)) {
        break;
      }
      pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : name);
    }
    return pointer.toString();
  }
}
