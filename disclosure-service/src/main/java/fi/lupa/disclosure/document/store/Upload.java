package fi.lupa.disclosure.document.store;

import fi.lupa.disclosure.document.signature.SignatureType;
import org.jspecify.annotations.Nullable;

/**
 * An upload as received: the metadata's JSON, the content with its media type, and the signature of
 * the content if there is one.
 */
record Upload(
    byte[] metadata, byte[] content, String mediaType, @Nullable SignaturePart signature) {

  /** A signature as received. */
  record SignaturePart(SignatureType type, byte[] bytes) {}
}
