package fi.lupa.disclosure.document.signature;

import static fi.lupa.disclosure.document.signature.Authority.NOW;
import static fi.lupa.disclosure.document.signature.Verifying.ISSUER;
import static fi.lupa.disclosure.document.signature.Verifying.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.document.signature.Authority.Wish;
import java.security.Signature;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * What verifying costs, as a ratio to one bare {@link Signature} verification with the same key
 * over the same bytes; a chain of two certificates needs two more of them. Told, and held only
 * against growing out of hand: {@code docs/performance.md} has the figures.
 */
class SignatureCostTest {
  private static final int CONTENT = 10 * 1024;
  private static final int TIMES = Integer.getInteger("lupa.signature.times", 100);

  private final SignatureVerifier verifier = Verifying.trusting(ROOT.certificate());
  private final byte[] content = new byte[CONTENT];

  @Test
  void verifyingCostsAFewBareVerifications() throws Exception {
    Signer ec = ISSUER.signer("Eeva");
    Signer rsa = ISSUER.signer(Wish.signer("CN=Raija").keys(Keys.rsa(2048)));
    double bareEc = milliseconds(bare(ec, "SHA256withECDSA"));
    double bareRsa = milliseconds(bare(rsa, "SHA256withRSA"));
    double es256 = milliseconds(jws(Jws.es256(ec).sign(content)));
    double rs256 = milliseconds(jws(new Jws(rsa, "RS256").sign(content)));
    double xades = milliseconds(xades(new Xades(ec).sign(content)));
    System.out.printf(
        "verifying 10 KiB, ms: bare ES256 %.3f, bare RS256 %.3f; JWS ES256 %.3f (%.1f times bare),"
            + " JWS RS256 %.3f (%.1f), XAdES ES256 %.3f (%.1f)%n",
        bareEc, bareRsa, es256, es256 / bareEc, rs256, rs256 / bareRsa, xades, xades / bareEc);
    assertThat(es256 / bareEc).isLessThan(50);
    assertThat(xades / bareEc).isLessThan(100);
  }

  private Callable<Boolean> jws(byte[] signature) {
    return () -> isVerified(SignatureType.JWS, signature);
  }

  private Callable<Boolean> xades(byte[] signature) {
    return () -> isVerified(SignatureType.XADES, signature);
  }

  private boolean isVerified(SignatureType type, byte[] signature) {
    return verifier.verify(type, signature, content, NOW) instanceof SignatureVerdict.Verified;
  }

  private Callable<Boolean> bare(Signer signer, String algorithm) throws Exception {
    Signature signing = Signature.getInstance(algorithm);
    signing.initSign(signer.keys().getPrivate());
    signing.update(content);
    byte[] value = signing.sign();
    return () -> {
      Signature verifying = Signature.getInstance(algorithm);
      verifying.initVerify(signer.keys().getPublic());
      verifying.update(content);
      return verifying.verify(value);
    };
  }

  /** The mean of many, after as many to warm up. */
  private static double milliseconds(Callable<Boolean> work) throws Exception {
    long start = 0;
    for (int i = 0; i < 2 * TIMES; i++) {
      if (i == TIMES) {
        start = System.nanoTime();
      }
      assertThat(work.call()).isTrue();
    }
    return (System.nanoTime() - start) / 1e6 / TIMES;
  }
}
