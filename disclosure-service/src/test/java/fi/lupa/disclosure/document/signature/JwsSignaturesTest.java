package fi.lupa.disclosure.document.signature;

import static fi.lupa.disclosure.document.signature.Authority.NOW;
import static fi.lupa.disclosure.document.signature.SignatureReason.ALGORITHM_NOT_ALLOWED;
import static fi.lupa.disclosure.document.signature.SignatureReason.CERTIFICATE_MISMATCH;
import static fi.lupa.disclosure.document.signature.SignatureReason.CERTIFICATE_MISSING;
import static fi.lupa.disclosure.document.signature.SignatureReason.HEADER_NOT_UNDERSTOOD;
import static fi.lupa.disclosure.document.signature.SignatureReason.MALFORMED;
import static fi.lupa.disclosure.document.signature.SignatureReason.NO_TRUST_ANCHORS;
import static fi.lupa.disclosure.document.signature.SignatureReason.SIGNATURE_WRONG;
import static fi.lupa.disclosure.document.signature.SignatureReason.SIGNED_IN_FUTURE;
import static fi.lupa.disclosure.document.signature.SignatureReason.STRUCTURE_NOT_ALLOWED;
import static fi.lupa.disclosure.document.signature.Verifying.AINO;
import static fi.lupa.disclosure.document.signature.Verifying.CONTENT;
import static fi.lupa.disclosure.document.signature.Verifying.ISSUER;
import static fi.lupa.disclosure.document.signature.Verifying.ROOT;
import static fi.lupa.disclosure.document.signature.Verifying.jws;
import static fi.lupa.disclosure.document.signature.Verifying.reason;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import fi.lupa.disclosure.document.signature.Authority.Wish;
import fi.lupa.disclosure.document.signature.SignatureVerdict.Verified;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JwsSignaturesTest {
  private static final KeyPair RSA = Keys.rsa(2048);

  private static String text(byte[] signature) {
    return new String(signature, US_ASCII);
  }

  private static byte[] bytes(String signature) {
    return signature.getBytes(US_ASCII);
  }

  @Test
  void aSignatureByATrustedSignerIsVerified() {
    assertThat(jws(Jws.es256(AINO).sign(CONTENT))).isEqualTo(new Verified("Aino Äijö", null));
  }

  @Test
  void contentMayBeSignedAsItIs() {
    assertThat(reason(jws(Jws.es256(AINO).plain().sign(CONTENT)))).isNull();
    assertThat(reason(jws(Jws.es256(AINO).with("b64", true).sign(CONTENT)))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
  void everyRsaAlgorithmWorks(String algorithm) {
    Signer signer = ISSUER.signer(Wish.signer("CN=Rauha").keys(RSA));
    assertThat(jws(new Jws(signer, algorithm).sign(CONTENT)))
        .isEqualTo(new Verified("Rauha", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES256 secp256r1", "ES384 secp384r1", "ES512 secp521r1"})
  void everyCurveWorksWithItsAlgorithmOnly(String pair) {
    String algorithm = pair.split(" ")[0];
    Signer signer = ISSUER.signer(Wish.signer("CN=Eero").keys(Keys.ec(pair.split(" ")[1])));
    assertThat(reason(jws(new Jws(signer, algorithm).sign(CONTENT)))).isNull();
    for (String other : List.of("ES256", "ES384", "ES512", "RS256", "PS512")) {
      if (!other.equals(algorithm)) {
        byte[] signature = new Jws(signer, algorithm).with("alg", other).sign(CONTENT, algorithm);
        assertThat(reason(jws(signature))).as(other).isEqualTo(SIGNATURE_WRONG);
      }
    }
  }

  @Test
  void theTimeThatTheSignerSaysIsTold() {
    Instant time = Instant.parse("2026-11-20T08:30:00Z");
    assertThat(jws(Jws.es256(AINO).with("iat", time.getEpochSecond()).sign(CONTENT)))
        .isEqualTo(new Verified("Aino Äijö", time));
    assertThat(
            jws(
                Jws.es256(AINO)
                    .with("sigT", "2026-11-20T10:30:00+02:00")
                    .with("crit", List.of("sigT"))
                    .sign(CONTENT)))
        .isEqualTo(new Verified("Aino Äijö", time));
  }

  @Test
  void aTimeThatCannotBeIsRefused() {
    for (Object time : List.of("2026-11-20", "", 1, Map.of(), "-999999999-01-01T00:00:00+18:00")) {
      assertThat(reason(jws(Jws.es256(AINO).with("sigT", time).sign(CONTENT))))
          .isEqualTo(MALFORMED);
    }
    for (Object time : List.of("1", -1, Long.MAX_VALUE, Long.MIN_VALUE, true)) {
      assertThat(reason(jws(Jws.es256(AINO).with("iat", time).sign(CONTENT))))
          .as(time.toString())
          .isIn(MALFORMED, SIGNED_IN_FUTURE);
    }
    long later = NOW.plusSeconds(301).getEpochSecond();
    assertThat(reason(jws(Jws.es256(AINO).with("iat", later).sign(CONTENT))))
        .isEqualTo(SIGNED_IN_FUTURE);
    assertThat(reason(jws(Jws.es256(AINO).with("iat", later - 2).sign(CONTENT)))).isNull();
  }

  @Test
  void everyChangedByteOfTheContentIsNoticed() {
    for (byte[] signature :
        List.of(Jws.es256(AINO).sign(CONTENT), Jws.es256(AINO).plain().sign(CONTENT))) {
      for (int i = 0; i < CONTENT.length; i++) {
        byte[] changed = CONTENT.clone();
        changed[i] ^= 1;
        assertThat(
                reason(
                    Verifying.trusting(ROOT.certificate())
                        .verify(SignatureType.JWS, signature, changed, NOW)))
            .isEqualTo(SIGNATURE_WRONG);
      }
      byte[] longer = Arrays.copyOf(CONTENT, CONTENT.length + 1);
      assertThat(
              reason(
                  Verifying.trusting(ROOT.certificate())
                      .verify(SignatureType.JWS, signature, longer, NOW)))
          .isEqualTo(SIGNATURE_WRONG);
    }
  }

  @Test
  void everyChangedCharacterOfTheSignatureIsNoticed() {
    byte[] signature = Jws.es256(AINO).sign(CONTENT);
    int value = text(signature).lastIndexOf('.') + 1;
    for (int i = value; i < signature.length; i++) {
      byte[] changed = signature.clone();
      changed[i] = (byte) (changed[i] == 'A' ? 'B' : 'A');
      assertThat(reason(jws(changed))).isIn(SIGNATURE_WRONG, MALFORMED);
    }
  }

  @Test
  void noAlgorithmIsNone() {
    byte[] signature = Jws.es256(AINO).with("alg", "none").sign(CONTENT, "ES256");
    String header = text(signature).split("\\.")[0];
    assertThat(reason(jws(bytes(header + "..")))).isIn(ALGORITHM_NOT_ALLOWED, MALFORMED);
    assertThat(reason(jws(signature))).isIn(ALGORITHM_NOT_ALLOWED, MALFORMED);
  }

  /** The public key is no secret: an HMAC under it is anybody's. */
  @Test
  void aPublicKeyIsNoSecret() throws Exception {
    byte[] secret = AINO.certificate().getPublicKey().getEncoded();
    for (String algorithm : List.of("HS256", "HS384", "HS512")) {
      String header =
          text(Jws.es256(AINO).with("alg", algorithm).sign(CONTENT, "ES256")).split("\\.")[0];
      Mac mac = Mac.getInstance("Hmac" + algorithm.replace("HS", "SHA"));
      mac.init(new SecretKeySpec(secret, "HMAC"));
      Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
      byte[] value = mac.doFinal(bytes(header + "." + url.encodeToString(CONTENT)));
      assertThat(reason(jws(bytes(header + ".." + url.encodeToString(value)))))
          .isEqualTo(ALGORITHM_NOT_ALLOWED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS1", "ES256K", "EdDSA", "es256", "dir", ""})
  void otherAlgorithmsAreRefused(String algorithm) {
    assertThat(reason(jws(Jws.es256(AINO).with("alg", algorithm).sign(CONTENT, "ES256"))))
        .isIn(ALGORITHM_NOT_ALLOWED, MALFORMED);
  }

  @Test
  void zerosAreNoSignature() {
    String signature = text(Jws.es256(AINO).sign(CONTENT));
    String start = signature.substring(0, signature.lastIndexOf('.') + 1);
    String zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
    assertThat(reason(jws(bytes(start + zeros)))).isEqualTo(SIGNATURE_WRONG);
    assertThat(reason(jws(bytes(start)))).isEqualTo(SIGNATURE_WRONG);
  }

  /** The signer's own key beside another's certificate proves nothing. */
  @Test
  void anEmbeddedKeyIsNotLookedAt() {
    Signer stranger = new Signer(Keys.p256(), AINO.chain());
    Map<String, Object> jwk =
        new ECKey.Builder(Curve.P_256, (ECPublicKey) stranger.keys().getPublic())
            .build()
            .toJSONObject();
    assertThat(reason(jws(Jws.es256(stranger).with("jwk", jwk).sign(CONTENT))))
        .isEqualTo(SIGNATURE_WRONG);
    assertThat(reason(jws(Jws.es256(AINO).with("jwk", jwk).sign(CONTENT)))).isNull();
    assertThat(reason(jws(Jws.es256(stranger).with("jwk", jwk).without("x5c").sign(CONTENT))))
        .isEqualTo(CERTIFICATE_MISSING);
  }

  /** Nothing is fetched: these addresses answer nobody, and the test has no network. */
  @Test
  void addressesAreNotVisited() {
    Jws signature =
        Jws.es256(AINO)
            .with("jku", "https://keys.invalid/jwks")
            .with("x5u", "https://keys.invalid/chain")
            .with("kid", "../../etc/passwd");
    assertThat(reason(jws(signature.sign(CONTENT)))).isNull();
    assertThat(reason(jws(signature.without("x5c").sign(CONTENT)))).isEqualTo(CERTIFICATE_MISSING);
  }

  @Test
  void certificatesMustBeThere() {
    assertThat(reason(jws(Jws.es256(AINO).without("x5c").sign(CONTENT))))
        .isEqualTo(CERTIFICATE_MISSING);
    for (Object wrong :
        List.of(List.of(), "x", List.of(1), List.of(""), List.of("AAAA"), Map.of())) {
      assertThat(reason(jws(Jws.es256(AINO).with("x5c", wrong).sign(CONTENT))))
          .as(wrong.toString())
          .isIn(CERTIFICATE_MISSING, MALFORMED);
    }
  }

  @Test
  void aLongListOfCertificatesIsNotRead() {
    String one = Jws.base64(AINO.certificate());
    assertThat(reason(jws(Jws.es256(AINO).with("x5c", Collections.nCopies(11, one)).sign(CONTENT))))
        .isEqualTo(STRUCTURE_NOT_ALLOWED);
    assertThat(
            reason(jws(Jws.es256(AINO).with("x5c", Collections.nCopies(150, one)).sign(CONTENT))))
        .isEqualTo(MALFORMED);
  }

  @Test
  void aStatedThumbprintMustBeTheSigners() {
    String own = thumbprint(AINO);
    assertThat(reason(jws(Jws.es256(AINO).with("x5t#S256", own).sign(CONTENT)))).isNull();
    String other = thumbprint(ISSUER.signer("Muu"));
    assertThat(reason(jws(Jws.es256(AINO).with("x5t#S256", other).sign(CONTENT))))
        .isEqualTo(CERTIFICATE_MISMATCH);
  }

  private static String thumbprint(Signer signer) {
    return Xades.digestOf(signer.certificate())
        .replace('+', '-')
        .replace('/', '_')
        .replace("=", "");
  }

  @Test
  void whatIsCriticalMustBeUnderstood() {
    assertThat(
            reason(jws(Jws.es256(AINO).with("exp", 1).with("crit", List.of("exp")).sign(CONTENT))))
        .isEqualTo(HEADER_NOT_UNDERSTOOD);
    for (Object wrong :
        List.of(List.of(), List.of("b64"), List.of("sigT"), "b64", List.of(1), Map.of())) {
      assertThat(reason(jws(Jws.es256(AINO).with("crit", wrong).sign(CONTENT))))
          .as(wrong.toString())
          .isEqualTo(MALFORMED);
    }
    assertThat(reason(jws(Jws.es256(AINO).with("crit", List.of("alg")).sign(CONTENT))))
        .isIn(HEADER_NOT_UNDERSTOOD, MALFORMED);
  }

  /** RFC 7797 6: otherwise a reader that doesn't know b64 would check something else. */
  @Test
  void plainContentMustBeCritical() {
    assertThat(reason(jws(Jws.es256(AINO).with("b64", false).sign(CONTENT)))).isEqualTo(MALFORMED);
    assertThat(
            reason(
                jws(
                    Jws.es256(AINO)
                        .with("b64", false)
                        .with("iat", 1764000000)
                        .with("crit", List.of("iat"))
                        .sign(CONTENT))))
        .isEqualTo(MALFORMED);
    assertThat(reason(jws(Jws.es256(AINO).plain().with("b64", "false").sign(CONTENT))))
        .isEqualTo(MALFORMED);
  }

  /** Plain and encoded content are signed differently: one never passes for the other. */
  @Test
  void encodedContentIsNotThePlainOne() {
    byte[] encoded = bytes(Base64.getUrlEncoder().withoutPadding().encodeToString(CONTENT));
    byte[] signature = Jws.es256(AINO).sign(CONTENT);
    assertThat(
            reason(
                Verifying.trusting(ROOT.certificate())
                    .verify(SignatureType.JWS, signature, encoded, NOW)))
        .isEqualTo(SIGNATURE_WRONG);
  }

  @Test
  void attachedContentIsRefused() {
    String[] parts = text(Jws.es256(AINO).sign(CONTENT)).split("\\.");
    String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(CONTENT);
    assertThat(reason(jws(bytes(parts[0] + "." + payload + "." + parts[2]))))
        .isEqualTo(STRUCTURE_NOT_ALLOWED);
  }

  @Test
  void aHeaderSaysEachThingOnce() {
    String once = JsonMapper.shared().writeValueAsString(Jws.es256(AINO).header());
    String twice = once.replaceFirst("\\{", "{\"alg\":\"none\",");
    assertThat(reason(jws(Jws.es256(AINO).sign(twice, CONTENT)))).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "...",
        "e30..",
        "e30..AA",
        "bnVsbA..AA",
        "W10..AA",
        "!!..!!",
        "{\"payload\":\"\",\"signatures\":[]}",
        "<ds:Signature/>",
        "ä..ä"
      })
  void whatIsNoCompactJwsIsRefused(String signature) {
    assertThat(reason(jws(signature.getBytes(UTF_8)))).isEqualTo(MALFORMED);
  }

  @Test
  void noOtherWritingOfASignatureIsTaken() {
    String signature = text(Jws.es256(AINO).sign(CONTENT));
    for (String other :
        List.of(
            signature + "\n", " " + signature, signature + "=", signature.replace("..", ". ."))) {
      assertThat(reason(jws(bytes(other)))).isEqualTo(MALFORMED);
    }
  }

  @Test
  void withoutAnchorsNobodyIsTrusted() {
    byte[] signature = Jws.es256(AINO).sign(CONTENT);
    assertThat(reason(Verifying.trusting().verify(SignatureType.JWS, signature, CONTENT, NOW)))
        .isEqualTo(NO_TRUST_ANCHORS);
    assertThat(reason(Verifying.trusting().verify(SignatureType.XADES, signature, CONTENT, NOW)))
        .isEqualTo(NO_TRUST_ANCHORS);
  }
}
