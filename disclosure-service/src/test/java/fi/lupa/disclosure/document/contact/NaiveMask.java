package fi.lupa.disclosure.document.contact;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Masking by the letter, on trees, to hold the real one against. */
final class NaiveMask {
  private NaiveMask() {}

  static JsonNode of(JsonNode document, ContactNames names) {
    if (document instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object.forEachEntry((name, value) -> {
        if (names.shows(name)) {
          copy.set(name, value);
        } else if (!names.hides(name)) {
          copy.set(name, of(value, names));
        }
      });
      return copy;
    }
    if (document instanceof ArrayNode array) {
      List<JsonNode> items = new ArrayList<>();
      array.forEach(item -> items.add(of(item, names)));
      return JsonNodeFactory.instance.arrayNode().addAll(items);
    }
    return document;
  }
}
