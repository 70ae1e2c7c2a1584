package fi.lupa.authorization.relationship;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;

/**
 * The version of a document that an organiser's rights follow.
 *
 * @param version 0 while the first one is being applied
 * @param fingerprint of its content
 */
record AppliedVersion(ClientRef client, Oid documentOid, long version, byte[] fingerprint) {}
