package fi.lupa.platform.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.ValidationLimitExceededException;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.problem.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Checks a JSON document against the national schema it names. Pointers begin with {@code /content}
 * and hold only names that the schema knows: another could be an identity code.
 */
public final class JsonDocuments {
  private static final String CONTENT = "/content";

  private static final ExecutionConfig BOUNDED =
      new ExecutionConfig.Builder()
          .locale(Locale.ENGLISH)
          .maxEvaluationSteps(FirstErrors.MOST_STEPS)
          .build();

  private final DocumentSchemas schemas;

  JsonDocuments(DocumentSchemas schemas) {
    this.schemas = schemas;
  }

  /** Whether the content is JSON and meets the schema. */
  public CheckedJson check(Oid schemaOid, byte[] content) {
    Optional<Schema> schema = schemas.find(schemaOid);
    if (schema.isEmpty()) {
      return CheckedJson.refused("/metadata/schemaOid", "isn't a schema known here");
    }
    return Utf8.violation(content)
        .map(violation -> new CheckedJson(null, List.of(violation)))
        .orElseGet(() -> check(schema.get(), content));
  }

  private static CheckedJson check(Schema schema, byte[] content) {
    try {
      JsonNode tree = StrictJson.read(content);
      return new CheckedJson(tree, violations(schema, tree));
    } catch (NotJson e) {
      return CheckedJson.refused(
          CONTENT + Pointers.known(schema.getSchemaNode(), e.pointer()), e.message());
    }
  }

  private static List<Violation> violations(Schema schema, JsonNode tree) {
    FirstErrors errors = new FirstErrors();
    try {
      ExecutionContext context = schema.createExecutionContext();
      context.setErrors(errors);
      context.setExecutionConfig(BOUNDED);
      schema.validate(context, tree);
    } catch (FirstErrors.Enough e) {
      // the first ones are told
    } catch (ValidationLimitExceededException e) {
      return List.of(new Violation(CONTENT, "takes too long to check"));
    }
    return errors.stream().map(JsonDocuments::violation).distinct().toList();
  }

  /** Only the keyword is told: a validator's message may quote the document. */
  private static Violation violation(Error error) {
    String at = CONTENT + error.getInstanceLocation();
    return error.getKeyword().equals("required")
        ? new Violation(at + "/" + Pointers.escaped(error.getProperty()), "is required")
        : new Violation(at, "breaks the schema's rule " + error.getKeyword());
  }
}
