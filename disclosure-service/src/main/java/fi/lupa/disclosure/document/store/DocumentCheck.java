package fi.lupa.disclosure.document.store;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.document.format.XhtmlDocuments;
import fi.lupa.platform.problem.Violation;
import fi.lupa.platform.schema.JsonDocuments;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Whether the content is what the metadata says. */
@Component
class DocumentCheck {
  private final JsonDocuments jsonDocuments;
  private final XhtmlDocuments xhtmlDocuments;

  DocumentCheck(JsonDocuments jsonDocuments, XhtmlDocuments xhtmlDocuments) {
    this.jsonDocuments = jsonDocuments;
    this.xhtmlDocuments = xhtmlDocuments;
  }

  List<Violation> violations(DocumentMetadata metadata, Upload upload) {
    List<Violation> inMetadata = MetadataCheck.violations(metadata);
    if (!inMetadata.isEmpty()) {
      return inMetadata;
    }
    Oid schema = metadata.schemaOid();
    if (!upload.mediaType().equals(MediaType.APPLICATION_JSON_VALUE)) {
      return schema == null
          ? xhtmlDocuments.violations(upload.content())
          : List.of(new Violation("/metadata/schemaOid", "belongs to JSON only"));
    }
    if (schema == null) {
      return List.of(new Violation("/metadata/schemaOid", "is required for JSON"));
    }
    return isOf(schema, metadata.documentType())
        ? jsonDocuments.check(schema, upload.content()).violations()
        : List.of(new Violation("/metadata/documentType", "isn't the type of that schema"));
  }

  /**
   * A schema's OID holds its document type (facts 5.1). What health care may see hangs on the type,
   * so it must be the one the content was checked against.
   */
  private static boolean isOf(Oid schema, String documentType) {
    return (schema.value() + ".").contains("." + documentType + ".");
  }
}
