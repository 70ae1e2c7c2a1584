package fi.lupa.disclosure.document.signature;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** The certificates in a JWS header, the signer's first (RFC 7515 4.1.6). */
final class JwsCertificates {
  private JwsCertificates() {}

  static List<X509Certificate> of(JWSHeader header) throws UnverifiedException {
    List<Base64> encoded = header.getX509CertChain();
    if (encoded == null || encoded.isEmpty()) {
      throw new UnverifiedException(SignatureReason.CERTIFICATE_MISSING);
    }
    if (encoded.size() > SignerChain.MOST_CARRIED) {
      throw new UnverifiedException(SignatureReason.STRUCTURE_NOT_ALLOWED);
    }
    List<X509Certificate> certificates = new ArrayList<>();
    for (Base64 each : encoded) {
      certificates.add(SignerChain.certificate(each.decode()));
    }
    checkThumbprint(header, encoded.getFirst().decode());
    return certificates;
  }

  /** A stated thumbprint must be the signer's; a SHA-1 one ({@code x5t}) proves nothing. */
  private static void checkThumbprint(JWSHeader header, byte[] signer) throws UnverifiedException {
    Base64URL stated = header.getX509CertSHA256Thumbprint();
    if (stated != null && !stated.equals(Base64URL.encode(Digests.of("SHA-256", signer)))) {
      throw new UnverifiedException(SignatureReason.CERTIFICATE_MISMATCH);
    }
  }
}
