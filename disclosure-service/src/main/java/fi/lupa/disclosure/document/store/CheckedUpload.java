package fi.lupa.disclosure.document.store;

import fi.lupa.disclosure.document.Signature;
import org.jspecify.annotations.Nullable;

/**
 * An upload whose content is what its metadata says.
 *
 * @param signatureBytes the signature as received
 * @param fingerprint tells the same upload by the same organisation from another
 */
record CheckedUpload(
    DocumentMetadata metadata,
    byte[] content,
    byte[] sha256,
    String mediaType,
    Signature signature,
    byte @Nullable [] signatureBytes,
    byte[] fingerprint) {}
