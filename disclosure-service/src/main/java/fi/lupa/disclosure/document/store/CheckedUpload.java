package fi.lupa.disclosure.document.store;

import fi.lupa.disclosure.document.Signature;

/**
 * An upload whose content is what its metadata says.
 *
 * @param fingerprint tells the same upload by the same organisation from another
 */
record CheckedUpload(
    DocumentMetadata metadata,
    byte[] content,
    byte[] sha256,
    String mediaType,
    Signature signature,
    byte[] fingerprint) {}
