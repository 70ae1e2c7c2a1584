package fi.lupa.disclosure.document.format;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a JSON document against the national schema it names. Pointers begin with {@code
 * /content}.
 */
@Component
public class JsonDocuments {
  /** A client system can mend no more at once; a wrong schema would give thousands. */
  static final int MOST_VIOLATIONS = 50;

  private final DocumentSchemas schemas;
  private final JsonMapper json;

  JsonDocuments(DocumentSchemas schemas, JsonMapper json) {
    this.schemas = schemas;
    this.json = json;
  }

  public List<Violation> violations(Oid schemaOid, byte[] content) {
    Optional<Schema> schema = schemas.find(schemaOid);
    if (schema.isEmpty()) {
      return List.of(new Violation("/metadata/schemaOid", "isn't a schema known here"));
    }
    try {
      // As text: from bytes the reader would guess UTF-16 and UTF-32 as well.
      JsonNode tree = json.readTree(new String(content, StandardCharsets.UTF_8));
      if (tree.isMissingNode()) {
        return List.of(new Violation("/content", "is empty"));
      }
      return schema.get().validate(tree).stream()
          .limit(MOST_VIOLATIONS)
          .map(JsonDocuments::violation)
          .distinct()
          .toList();
    } catch (JacksonException e) {
      return List.of(new Violation("/content", "isn't JSON"));
    }
  }

  /** Only the keyword is told: a validator's message may quote the document. */
  private static Violation violation(Error error) {
    return new Violation(
        "/content" + error.getInstanceLocation(), "breaks the schema's rule " + error.getKeyword());
  }
}
