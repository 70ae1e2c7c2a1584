package fi.lupa.disclosure.document.signature;

import static fi.lupa.disclosure.document.signature.Authority.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;

import fi.lupa.disclosure.document.signature.SignatureVerdict.NotVerified;
import fi.lupa.disclosure.document.signature.SignatureVerdict.Verified;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small world of trust, and what verifying in it comes to. */
final class Verifying {
  static final byte[] CONTENT = "{\"merkintä\": \"Käynti kotona\"}".getBytes(UTF_8);
  static final Authority ROOT = Authority.root("CN=Test Root,O=Lupa,C=FI");
  static final Authority ISSUER =
      ROOT.under(Authority.Wish.authority("CN=Test Issuer,O=Lupa,C=FI").below(0));
  static final Signer AINO = ISSUER.signer("Aino Äijö");

  private Verifying() {}

  static SignatureVerifier trusting(X509Certificate... anchors) {
    return new SignatureVerifier(
        new TrustAnchors(List.of(anchors)),
        new RevocationLists(List.of(), Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  static SignatureVerdict jws(byte[] signature) {
    return trusting(ROOT.certificate()).verify(SignatureType.JWS, signature, CONTENT, NOW);
  }

  static SignatureVerdict xades(byte[] signature) {
    return trusting(ROOT.certificate()).verify(SignatureType.XADES, signature, CONTENT, NOW);
  }

  /** The reason, null when verified. */
  static @Nullable SignatureReason reason(SignatureVerdict verdict) {
    return switch (verdict) {
      case Verified _ -> null;
      case NotVerified not -> not.reason();
    };
  }
}
