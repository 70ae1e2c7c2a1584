package fi.lupa.disclosure.document.signature;

import fi.lupa.disclosure.document.signature.SignatureVerdict.NotVerified;
import fi.lupa.platform.problem.Places;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies signatures of documents; computing only, for threads that may be kept busy. */
final class SignatureVerifier {
  private static final Logger LOG = LoggerFactory.getLogger(SignatureVerifier.class);

  private final TrustAnchors anchors;
  private final JwsSignatures jws;
  private final XadesSignatures xades;

  SignatureVerifier(TrustAnchors anchors, RevocationLists revocations) {
    SignerChain chain = new SignerChain(anchors, revocations);
    this.anchors = anchors;
    this.jws = new JwsSignatures(chain);
    this.xades = new XadesSignatures(chain);
  }

  SignatureVerdict verify(
      SignatureType type, byte[] signature, byte[] content, Instant receivedAt) {
    if (anchors.isEmpty()) {
      return new NotVerified(SignatureReason.NO_TRUST_ANCHORS);
    }
    try {
      return switch (type) {
        case JWS -> jws.verify(signature, content, receivedAt);
        case XADES -> xades.verify(signature, content, receivedAt);
      };
    } catch (UnverifiedException e) {
      return new NotVerified(e.reason());
    } catch (RuntimeException e) {
      // a library stumbled over a stranger's bytes: that is no reason to lose the document
      LOG.warn("A signature could not be read: {}", Places.of(e));
      return new NotVerified(SignatureReason.MALFORMED);
    }
  }
}
