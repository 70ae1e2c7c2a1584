package fi.lupa.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON cut down to what fits a screen: what is short stands on one line, long texts, long lists and
 * many lines are cut and the cut is marked.
 */
final class Excerpt {

  private static final int WIDTH = 110;
  private static final int TEXT = 90;
  private static final int ELEMENTS = 4;
  private static final JsonMapper JSON = JsonMapper.shared();

  private Excerpt() {}

  /** Lines of a value, at most so many. */
  static List<String> of(Object value, int lines) {
    List<String> all = lines(JSON.valueToTree(value), "").toList();
    return all.size() <= lines
        ? all
        : Stream.concat(
                all.stream().limit(lines - 1L),
                Stream.of("  ... %d more lines".formatted(all.size() - lines + 1)))
            .toList();
  }

  private static Stream<String> lines(JsonNode node, String name) {
    String inline = name + inline(node);
    if (inline.length() <= WIDTH || !node.isContainer()) {
      return Stream.of(inline);
    }
    List<List<String>> members =
        node instanceof ObjectNode object
            ? object.propertyStream().map(Excerpt::member).toList()
            : elements((ArrayNode) node);
    String brackets = node.isObject() ? "{}" : "[]";
    return Stream.of(
            Stream.of(name + brackets.charAt(0)),
            withCommas(members).map(line -> "  " + line),
            Stream.of(brackets.substring(1)))
        .flatMap(part -> part);
  }

  private static Stream<String> withCommas(List<List<String>> members) {
    var lines = new ArrayList<String>();
    for (List<String> member : members) {
      if (!lines.isEmpty()) {
        lines.add(lines.removeLast() + ",");
      }
      lines.addAll(member);
    }
    return lines.stream();
  }

  private static List<String> member(Map.Entry<String, JsonNode> member) {
    return lines(member.getValue(), quoted(member.getKey()) + ": ").toList();
  }

  private static List<List<String>> elements(ArrayNode array) {
    return Stream.concat(
            array.valueStream().limit(ELEMENTS).map(element -> lines(element, "").toList()),
            Stream.of(more(array)).filter(more -> !more.isEmpty()))
        .toList();
  }

  private static String inline(JsonNode node) {
    return switch (node) {
      case ObjectNode object ->
          joined(
              "{",
              object.propertyStream().map(m -> quoted(m.getKey()) + ": " + inline(m.getValue())),
              "}");
      case ArrayNode array ->
          joined(
              "[",
              Stream.concat(
                  array.valueStream().limit(ELEMENTS).map(Excerpt::inline), more(array).stream()),
              "]");
      default -> node.isString() ? quoted(cut(node.asString())) : node.toString();
    };
  }

  private static String joined(String begin, Stream<String> members, String end) {
    return begin + String.join(", ", members.toList()) + end;
  }

  private static List<String> more(ArrayNode array) {
    return array.size() > ELEMENTS
        ? List.of("... %d more".formatted(array.size() - ELEMENTS))
        : List.of();
  }

  private static String cut(String text) {
    return text.length() > TEXT ? text.substring(0, TEXT) + " ..." : text;
  }

  private static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }
}
