package fi.lupa.platform.schema;

import fi.lupa.platform.problem.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON document after its check: parsed once, for whoever needs more of it.
 *
 * @param tree the document; null when it isn't JSON or its schema isn't known
 * @param violations what breaks the schema, with pointers into the document that begin with {@code
 *     /content}; empty when nothing does
 */
public record CheckedJson(@Nullable JsonNode tree, List<Violation> violations) {
  static CheckedJson refused(String pointer, String message) {
    return new CheckedJson(null, List.of(new Violation(pointer, message)));
  }
}
