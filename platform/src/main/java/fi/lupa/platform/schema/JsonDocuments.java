package fi.lupa.platform.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a JSON document against the national schema it names. Pointers begin with {@code
 * /content}.
 */
public final class JsonDocuments {
  /** A client system can mend no more at once; a wrong schema would give thousands. */
  private static final int MOST_VIOLATIONS = 50;

  private final DocumentSchemas schemas;
  private final JsonMapper json;

  JsonDocuments(DocumentSchemas schemas, JsonMapper json) {
    this.schemas = schemas;
    this.json = json;
  }

  /** Whether the content is JSON and meets the schema. */
  public CheckedJson check(Oid schemaOid, byte[] content) {
    Optional<Schema> schema = schemas.find(schemaOid);
    if (schema.isEmpty()) {
      return CheckedJson.refused("/metadata/schemaOid", "isn't a schema known here");
    }
    try {
      // As text: from bytes the reader would guess UTF-16 and UTF-32 as well.
      JsonNode tree = json.readTree(new String(content, StandardCharsets.UTF_8));
      return tree.isMissingNode()
          ? CheckedJson.refused("/content", "is empty")
          : new CheckedJson(tree, violations(schema.get(), tree));
    } catch (JacksonException e) {
      return CheckedJson.refused("/content", "isn't JSON");
    }
  }

  private static List<Violation> violations(Schema schema, JsonNode tree) {
    return schema.validate(tree).stream()
        .limit(MOST_VIOLATIONS)
        .map(JsonDocuments::violation)
        .distinct()
        .toList();
  }

  /** Only the keyword is told: a validator's message may quote the document. */
  private static Violation violation(Error error) {
    return new Violation(
        "/content" + error.getInstanceLocation(), "breaks the schema's rule " + error.getKeyword());
  }
}
