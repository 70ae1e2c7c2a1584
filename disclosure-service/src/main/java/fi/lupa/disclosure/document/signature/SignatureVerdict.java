package fi.lupa.disclosure.document.signature;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What verifying a signature came to. */
public sealed interface SignatureVerdict {

  /**
   * Made over these bytes by the holder of a trusted certificate.
   *
   * @param signedBy common name of the certificate's subject: a person's name or a seal's
   * @param signedAt what the signer says; no time stamp proves it
   */
  record Verified(@Nullable String signedBy, @Nullable Instant signedAt)
      implements SignatureVerdict {}

  /** Anything else. Who it says signed it isn't told on, for anybody may have written it. */
  record NotVerified(SignatureReason reason) implements SignatureVerdict {}
}
