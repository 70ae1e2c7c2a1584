package fi.lupa.disclosure.document.signature;

import static fi.lupa.disclosure.document.signature.Authority.NOW;
import static fi.lupa.disclosure.document.signature.Verifying.AINO;
import static fi.lupa.disclosure.document.signature.Verifying.CONTENT;
import static fi.lupa.disclosure.document.signature.Verifying.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.document.signature.SignatureVerdict.Verified;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever comes, verifying ends with a verdict, and never believes a signer that didn't sign. */
class SignatureProperties {
  private static final SignatureVerifier VERIFIER = Verifying.trusting(ROOT.certificate());
  private static final byte[] JWS = Jws.es256(AINO).with("iat", NOW.getEpochSecond()).sign(CONTENT);
  private static final byte[] XADES = new Xades(AINO).sign(CONTENT);
  private static final SignatureVerdict JWS_VERDICT = Verifying.jws(JWS);
  private static final SignatureVerdict XADES_VERDICT = Verifying.xades(XADES);

  @Property(tries = 1000)
  void aChangedJwsIsNeverBelieved(
      @ForAll @IntRange(max = 1_000_000) int place, @ForAll byte value) {
    byte[] changed = changed(JWS, place, value);
    assertThat(Verifying.jws(changed) instanceof Verified).isEqualTo(Arrays.equals(changed, JWS));
  }

  /** XML can be written in many ways; one that is believed says the same. */
  @Property(tries = 1000)
  void aChangedXadesIsNeverBelievedToSayAnother(
      @ForAll @IntRange(max = 1_000_000) int place, @ForAll byte value) {
    SignatureVerdict verdict = Verifying.xades(changed(XADES, place, value));
    assertThat(verdict instanceof Verified && !verdict.equals(XADES_VERDICT)).isFalse();
  }

  @Property(tries = 200)
  void aShortenedSignatureIsNeverBelieved(@ForAll @IntRange(max = 1_000_000) int length) {
    assertThat(Verifying.jws(Arrays.copyOf(JWS, length % JWS.length)))
        .isNotInstanceOf(Verified.class);
    assertThat(Verifying.xades(Arrays.copyOf(XADES, length % XADES.length)))
        .isNotInstanceOf(Verified.class);
  }

  @Property(tries = 300)
  void otherContentIsNeverBelieved(@ForAll @Size(max = 100) byte[] content) {
    assertThat(JWS_VERDICT).isInstanceOf(Verified.class);
    assertThat(VERIFIER.verify(SignatureType.JWS, JWS, content, NOW))
        .isNotInstanceOf(Verified.class);
    assertThat(VERIFIER.verify(SignatureType.XADES, XADES, content, NOW))
        .isNotInstanceOf(Verified.class);
  }

  @Property(tries = 300)
  void anyBytesHaveAVerdict(@ForAll byte[] bytes) {
    assertThat(Verifying.jws(bytes)).isNotInstanceOf(Verified.class);
    assertThat(Verifying.xades(bytes)).isNotInstanceOf(Verified.class);
  }

  private static byte[] changed(byte[] signature, int place, byte value) {
    byte[] changed = signature.clone();
    changed[place % changed.length] = value;
    return changed;
  }
}
