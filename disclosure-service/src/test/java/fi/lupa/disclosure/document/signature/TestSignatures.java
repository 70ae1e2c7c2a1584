package fi.lupa.disclosure.document.signature;

import java.time.Clock;
import java.time.ZoneOffset;

/** Signatures for tests of what is done with them, by {@link TestTrust}'s authority. */
public final class TestSignatures {
  private TestSignatures() {}

  public static Signatures verifier(SignatureSettings settings) {
    return new Signatures(settings, Clock.fixed(Authority.NOW, ZoneOffset.UTC));
  }

  /** Detached JWS by somebody who is trusted. */
  public static byte[] jws(String signer, byte[] content) {
    return Jws.es256(Verifying.ISSUER.signer(signer)).sign(content);
  }
}
