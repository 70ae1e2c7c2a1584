package fi.lupa.authorization.relationship;

import fi.lupa.contracts.Oid;
import fi.lupa.platform.client.ClientId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A version of a client relationship document, as the organiser sends it.
 *
 * @param version the document's version number
 * @param baseVersion the version applied before it, as far as the sender knows; null means {@code
 *     version} - 1
 * @param schemaOid the schema that the document is of
 */
record RelationshipImport(
    ClientId client,
    Oid documentOid,
    long version,
    @Nullable Long baseVersion,
    Oid schemaOid,
    JsonNode document) {

  long base() {
    return baseVersion == null ? version - 1 : baseVersion;
  }

  /** Hidden, so that the document can't slip into a log line. */
  @Override
  public String toString() {
    return "RelationshipImport[hidden]";
  }
}
