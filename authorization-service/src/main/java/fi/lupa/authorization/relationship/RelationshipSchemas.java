package fi.lupa.authorization.relationship;

import fi.lupa.contracts.Oid;
import fi.lupa.platform.schema.SchemaChoice;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The schemas of client relationship documents, the only ones that this service is sent. */
@Component
final class RelationshipSchemas implements SchemaChoice {
  /** The type's place in an OID of a document schema: code set, type, date. */
  private static final Pattern OID = Pattern.compile(".*\\.6\\.1505\\.1\\.\\d{4}\\.\\d+\\.\\d+");

  @Override
  public boolean has(Oid schema) {
    return OID.matcher(schema.value()).matches();
  }
}
