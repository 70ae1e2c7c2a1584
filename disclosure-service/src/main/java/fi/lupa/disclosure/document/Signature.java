package fi.lupa.disclosure.document;

import fi.lupa.disclosure.document.signature.SignatureReason;
import fi.lupa.disclosure.document.signature.SignatureType;
import fi.lupa.disclosure.document.signature.SignatureVerdict;
import fi.lupa.disclosure.document.signature.SignatureVerdict.NotVerified;
import fi.lupa.disclosure.document.signature.SignatureVerdict.Verified;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document's electronic signature (Act 703/2023 22 §), as it was verified when it was stored.
 *
 * @param type the form of the signature, absent without one
 * @param signedBy the signer's name: it stays beside the document, never in logs or events
 * @param signedAt when the signer says to have signed
 * @param reason why it isn't verified
 */
public record Signature(
    State state,
    @Nullable SignatureType type,
    @Nullable String signedBy,
    @Nullable Instant signedAt,
    @Nullable SignatureReason reason) {
  public enum State {
    NONE,
    VERIFIED,
    NOT_VERIFIED
  }

  public static final Signature NONE = new Signature(State.NONE, null, null, null, null);

  public static Signature of(SignatureType type, SignatureVerdict verdict) {
    return switch (verdict) {
      case Verified verified ->
          new Signature(State.VERIFIED, type, verified.signedBy(), verified.signedAt(), null);
      case NotVerified not -> new Signature(State.NOT_VERIFIED, type, null, null, not.reason());
    };
  }
}
