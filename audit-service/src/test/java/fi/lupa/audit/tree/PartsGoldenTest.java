package fi.lupa.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.event.EventType;
import fi.lupa.verify.leaf.Parts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Of every member of every event, by the schemas, whether the client's part of a leaf shows it: a
 * new member has to be decided on, for its leaves stay for ever. After a wanted change: run with
 * {@code -Dlupa.golden=write} and read the difference; no line that an event was ever sent by may
 * change.
 */
class PartsGoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/parts.txt");
  private static final String VALUE = "SOME";

  @Test
  void everyMemberIsShownOrNotAsTheGoldenFileSays() throws IOException {
    StringBuilder said = new StringBuilder();
    for (EventType type : sorted()) {
      Set<String> members = new TreeSet<>();
      JsonNode schema = schema(type);
      members(schema, schema, "", members);
      for (String member : members) {
        said.append(shows(type, member) ? "shown " : "rest  ")
            .append(type.ceType())
            .append(' ')
            .append(member)
            .append('\n');
      }
    }
    if ("write".equals(System.getProperty("lupa.golden"))) {
      Files.writeString(GOLDEN, said);
    }
    assertThat(said.toString()).isEqualTo(Files.readString(GOLDEN));
  }

  /** Watermarks are no leaves. */
  private static EventType[] sorted() {
    return Arrays.stream(EventType.values())
        .filter(type -> type != EventType.WATERMARK)
        .sorted((one, other) -> one.ceType().compareTo(other.ceType()))
        .toArray(EventType[]::new);
  }

  /** The paths of all values, such as {@code controllers[].name.fi}. */
  private static void members(JsonNode root, JsonNode schema, String path, Set<String> found) {
    if (schema.has("$ref")) {
      String name = schema.get("$ref").stringValue().substring("#/$defs/".length());
      members(root, root.get("$defs").get(name), path, found);
    }
    boolean inner = false;
    for (String keyword : new String[] {"anyOf", "allOf", "oneOf"}) {
      for (JsonNode one : schema.path(keyword)) {
        members(root, one, path, found);
      }
    }
    for (String keyword : new String[] {"then", "else"}) {
      if (schema.has(keyword)) {
        members(root, schema.get(keyword), path, found);
      }
    }
    if (schema.path("items").isObject()) {
      inner = true;
      members(root, schema.get("items"), path + "[]", found);
    }
    for (var member : schema.path("properties").properties()) {
      inner = true;
      String dot = path.isEmpty() ? "" : path + ".";
      members(root, member.getValue(), dot + member.getKey(), found);
    }
    if (!inner && !path.isEmpty() && tellsAValue(schema)) {
      found.add(path);
    }
  }

  /** Not what only narrows a member that is described elsewhere, and not null alone. */
  private static boolean tellsAValue(JsonNode schema) {
    return schema.has("enum")
        || schema.has("const")
        || schema.has("type")
            && !schema.get("type").toString().equals("\"null\"")
            && !schema.get("type").toString().equals("\"object\"")
            && !schema.get("type").toString().contains("array");
  }

  private static boolean shows(EventType type, String member) {
    String event = '"' + VALUE + '"';
    String[] names = member.split("\\.");
    for (int at = names.length - 1; at >= 0; at--) {
      String name = names[at];
      while (name.endsWith("[]")) {
        name = name.substring(0, name.length() - 2);
        event = "[" + event + "]";
      }
      event = "{\"" + name + "\":" + event + "}";
    }
    Parts parts = Parts.of(type.ceType(), event.getBytes(StandardCharsets.UTF_8));
    boolean shown = text(parts.shown()).contains(VALUE);
    assertThat(text(parts.rest()).contains(VALUE)).isEqualTo(!shown);
    return shown;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static JsonNode schema(EventType type) throws IOException {
    try (InputStream in =
        EventType.class.getResourceAsStream("/events/" + type.ceType() + ".schema.json")) {
      return JsonMapper.shared().readTree(in);
    }
  }
}
