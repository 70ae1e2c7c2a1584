package fi.lupa.disclosure.document.signature;

/** In which form a signature comes; each signs the document's bytes from outside of them. */
public enum SignatureType {
  /** JWS compact serialisation with detached content (RFC 7515 appendix F, RFC 7797). */
  JWS("application/jose"),
  /** XAdES (ETSI EN 319 132-1) whose signed object is the document. */
  XADES("application/xml");

  private final String mediaType;

  SignatureType(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }
}
