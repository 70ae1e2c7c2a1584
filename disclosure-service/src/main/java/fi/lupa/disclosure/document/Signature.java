package fi.lupa.disclosure.document;

import org.jspecify.annotations.Nullable;

/**
 * A document's electronic signature (Act 703/2023 22 §).
 *
 * @param type the form of the signature, absent without one
 * @param signedBy the signer's name: it stays beside the document, never in logs or events
 */
public record Signature(State state, @Nullable String type, @Nullable String signedBy) {
  public enum State {
    NONE,
    VERIFIED,
    NOT_VERIFIED
  }

  public static final Signature NONE = new Signature(State.NONE, null, null);
}
