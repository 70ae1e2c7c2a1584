package fi.lupa.authorization.relationship;

import fi.lupa.authorization.relationship.document.RelationshipReader;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import fi.lupa.platform.schema.JsonDocuments;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Whether what was sent is a client relationship document, as the schema it names says. */
@Component
final class DocumentCheck {
  private final RelationshipSchemas schemas;
  private final JsonDocuments documents;
  private final JsonMapper json;

  DocumentCheck(RelationshipSchemas schemas, JsonDocuments documents, JsonMapper json) {
    this.schemas = schemas;
    this.documents = documents;
    this.json = json;
  }

  /**
   * @throws Problem DOCUMENT_INVALID with a pointer per violation
   */
  void check(RelationshipImport request) {
    List<Violation> violations = violations(request);
    if (!violations.isEmpty()) {
      throw Problem.invalid("DOCUMENT_INVALID", violations);
    }
  }

  private List<Violation> violations(RelationshipImport request) {
    if (!schemas.has(request.schemaOid())) {
      return List.of(
          new Violation("/schemaOid", "isn't the schema of a client relationship document"));
    }
    List<Violation> ofSchema =
        documents
            .check(request.schemaOid(), json.writeValueAsBytes(request.document()))
            .violations();
    return ofSchema.isEmpty()
        ? RelationshipReader.violations(request.document())
        : ofSchema.stream().map(DocumentCheck::inRequest).toList();
  }

  private static Violation inRequest(Violation violation) {
    String pointer = violation.pointer();
    return new Violation(
        pointer.startsWith("/content")
            ? "/document" + pointer.substring("/content".length())
            : "/schemaOid",
        violation.message());
  }
}
