package fi.lupa.disclosure.matter;

import fi.lupa.disclosure.matter.ClientMatter.Coded;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a document that a schema has let in, without counting on any property to be there. */
final class Nodes {
  private static final String URN = "urn:oid:";

  private Nodes() {}

  static @Nullable String text(JsonNode node, String property) {
    JsonNode value = node.path(property);
    return value.isString() && !value.asString().isBlank() ? value.asString().strip() : null;
  }

  /** A code as the national schemas write it: {@code {system, code, display}}. */
  static @Nullable Coded coded(JsonNode node) {
    String code = text(node, "code");
    return code == null ? null : new Coded(withoutUrn(code), text(node, "display"));
  }

  /** An identifier as the national schemas write it: {@code {system, value}}. */
  static @Nullable String identifier(JsonNode node) {
    String value = text(node, "value");
    return value == null ? null : withoutUrn(value);
  }

  static boolean isTrue(JsonNode node, String property) {
    return node.path(property).asBoolean(false);
  }

  static @Nullable LocalDate first(JsonNode node, String property) {
    String text = text(node, property);
    return text == null ? null : NationalDays.first(text).orElse(null);
  }

  static @Nullable LocalDate last(JsonNode node, String property) {
    String text = text(node, property);
    return text == null ? null : NationalDays.last(text).orElse(null);
  }

  /** What the elements of an array tell; those that tell nothing are left out. */
  static <T> List<T> all(JsonNode array, Function<JsonNode, @Nullable T> reader) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(reader)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  private static String withoutUrn(String value) {
    return value.startsWith(URN) ? value.substring(URN.length()) : value;
  }
}
