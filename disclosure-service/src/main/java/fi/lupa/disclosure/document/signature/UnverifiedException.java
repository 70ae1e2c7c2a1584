package fi.lupa.disclosure.document.signature;

import java.io.Serial;

/** Ends verifying with a reason, without a message, cause or trace that might quote a document. */
final class UnverifiedException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final SignatureReason reason;

  UnverifiedException(SignatureReason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  SignatureReason reason() {
    return reason;
  }
}
