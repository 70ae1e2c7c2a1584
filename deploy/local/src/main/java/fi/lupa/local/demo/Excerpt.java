package fi.lupa.local.demo;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON cut down to what fits a screen: short texts, few elements, few lines. */
final class Excerpt {

  private static final int TEXT = 90;
  private static final int ELEMENTS = 4;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Excerpt() {}

  /** Lines of a value, at most so many; what is left out is marked. */
  static List<String> of(Object value, int lines) {
    JsonNode cut = cut(JSON.valueToTree(value));
    List<String> all = JSON.writeValueAsString(cut).lines().toList();
    return all.size() <= lines
        ? all
        : Stream.concat(
                all.stream().limit(lines - 1L),
                Stream.of("  ... %d more lines".formatted(all.size() - lines + 1)))
            .toList();
  }

  private static JsonNode cut(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = JSON.createObjectNode();
        object.forEachEntry((name, value) -> copy.set(name, cut(value)));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JSON.createArrayNode();
        array.valueStream().limit(ELEMENTS).map(Excerpt::cut).forEach(copy::add);
        if (array.size() > ELEMENTS) {
          copy.add("... %d more".formatted(array.size() - ELEMENTS));
        }
        yield copy;
      }
      default ->
          node.isString() && node.asString().length() > TEXT
              ? JSON.getNodeFactory().stringNode(node.asString().substring(0, TEXT) + " ...")
              : node;
    };
  }
}
