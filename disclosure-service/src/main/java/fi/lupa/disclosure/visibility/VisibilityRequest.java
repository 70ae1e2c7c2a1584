package fi.lupa.disclosure.visibility;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.record.AccessExplanation.Professional;
import fi.lupa.platform.client.ClientId;

/** The contract's {@code VisibilitySearch}: an officer about a document of the own register. */
record VisibilityRequest(ClientId client, Oid document, Officer requester) {
  /** Who supervises, and in which unit. */
  record Officer(Oid unit, Professional professional) {}

  /** The contract's {@code MyVisibility}: a citizen about a document of one's own. */
  record Mine(String document) {}
}
