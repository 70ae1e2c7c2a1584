package fi.lupa.platform.idempotency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text of a request that is the same for the same request. Arrays are sorted: a set's order
 * changes with every JVM, and a repeated request often meets another instance.
 */
final class Fingerprints {
  private final JsonMapper json;

  Fingerprints(JsonMapper json) {
    this.json = json;
  }

  String of(Object request) {
    JsonNode tree = json.valueToTree(request);
    return request.getClass().getName() + json.writeValueAsString(sorted(tree));
  }

  private JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = json.createObjectNode();
      object.properties().forEach(member -> copy.set(member.getKey(), sorted(member.getValue())));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      List<JsonNode> elements = new ArrayList<>();
      array.forEach(element -> elements.add(sorted(element)));
      elements.sort(Comparator.comparing(JsonNode::toString));
      return json.createArrayNode().addAll(elements);
    }
    return node;
  }
}
