package fi.lupa.disclosure.document.signature;

/** Why a signature isn't verified. Codes of the contract: what they mean stands there too. */
public enum SignatureReason {
  /** The operator has named nobody to be trusted. */
  NO_TRUST_ANCHORS,
  /** Not a signature that can be read. */
  MALFORMED,
  /** Readable, but of a shape that isn't taken: attached content, transforms, other references. */
  STRUCTURE_NOT_ALLOWED,
  /** Too weak, symmetric or none. */
  ALGORITHM_NOT_ALLOWED,
  /** It demands ({@code crit}) what isn't understood here. */
  HEADER_NOT_UNDERSTOOD,
  /** It doesn't carry the signer's certificate. */
  CERTIFICATE_MISSING,
  /** The certificate it carries isn't the one it names as the signer's. */
  CERTIFICATE_MISMATCH,
  /** No chain leads from the signer to a trust anchor. */
  CERTIFICATE_NOT_TRUSTED,
  /** A certificate of the chain had ended when it was signed, or when it was received. */
  CERTIFICATE_EXPIRED,
  /** A certificate of the chain hadn't begun when it was signed, or when it was received. */
  CERTIFICATE_NOT_YET_VALID,
  /** A certificate of the chain stands on its issuer's revocation list. */
  CERTIFICATE_REVOKED,
  /** Revocation lists are in use, but a current one of an issuer of the chain is missing. */
  REVOCATION_UNKNOWN,
  /** The signer's certificate wasn't issued for signing. */
  CERTIFICATE_NOT_FOR_SIGNING,
  /** It says that it was made later than it was received. */
  SIGNED_IN_FUTURE,
  /** The document isn't the one that was signed (told by XAdES only). */
  CONTENT_CHANGED,
  /** The signer's key didn't make this signature over this document. */
  SIGNATURE_WRONG
}
