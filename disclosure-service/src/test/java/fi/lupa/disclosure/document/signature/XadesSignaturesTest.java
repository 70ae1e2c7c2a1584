package fi.lupa.disclosure.document.signature;

import static fi.lupa.disclosure.document.signature.Authority.NOW;
import static fi.lupa.disclosure.document.signature.SignatureReason.ALGORITHM_NOT_ALLOWED;
import static fi.lupa.disclosure.document.signature.SignatureReason.CERTIFICATE_EXPIRED;
import static fi.lupa.disclosure.document.signature.SignatureReason.CERTIFICATE_MISMATCH;
import static fi.lupa.disclosure.document.signature.SignatureReason.CERTIFICATE_MISSING;
import static fi.lupa.disclosure.document.signature.SignatureReason.CERTIFICATE_NOT_TRUSTED;
import static fi.lupa.disclosure.document.signature.SignatureReason.CONTENT_CHANGED;
import static fi.lupa.disclosure.document.signature.SignatureReason.MALFORMED;
import static fi.lupa.disclosure.document.signature.SignatureReason.SIGNATURE_WRONG;
import static fi.lupa.disclosure.document.signature.SignatureReason.SIGNED_IN_FUTURE;
import static fi.lupa.disclosure.document.signature.SignatureReason.STRUCTURE_NOT_ALLOWED;
import static fi.lupa.disclosure.document.signature.Verifying.AINO;
import static fi.lupa.disclosure.document.signature.Verifying.CONTENT;
import static fi.lupa.disclosure.document.signature.Verifying.ISSUER;
import static fi.lupa.disclosure.document.signature.Verifying.ROOT;
import static fi.lupa.disclosure.document.signature.Verifying.reason;
import static fi.lupa.disclosure.document.signature.Verifying.xades;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.document.signature.Authority.Wish;
import fi.lupa.disclosure.document.signature.SignatureVerdict.Verified;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XadesSignaturesTest {
  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
  private static final KeyPair RSA = Keys.rsa(2048);

  private static @Nullable SignatureReason of(String signature) {
    return reason(xades(signature.getBytes(UTF_8)));
  }

  private static @Nullable SignatureReason of(Xades signature) {
    return reason(xades(signature.sign(CONTENT)));
  }

  private static String honest() {
    return new Xades(AINO).text(CONTENT);
  }

  /** An honest signature with something of it replaced. */
  private static @Nullable SignatureReason with(String part, String other) {
    String honest = honest();
    assertThat(honest).contains(part);
    return of(honest.replace(part, other));
  }

  @Test
  void aSignatureByATrustedSignerIsVerified() {
    assertThat(xades(new Xades(AINO).sign(CONTENT)))
        .isEqualTo(new Verified("Aino Äijö", Instant.parse("2026-11-22T09:00:00Z")));
    assertThat(of("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + honest() + "\n")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        MORE + "rsa-sha256",
        MORE + "rsa-sha384",
        MORE + "rsa-sha512",
        "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
        "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1",
        "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1"
      })
  void everyRsaAlgorithmWorks(String algorithm) {
    assertThat(of(new Xades(ISSUER.signer(Wish.signer("CN=R").keys(RSA))).algorithm(algorithm)))
        .isNull();
  }

  @Test
  void everyCurveDigestAndCanonicalizationWorks() {
    for (int size : List.of(256, 384, 521)) {
      Wish wish = Wish.signer("CN=E").keys(Keys.ec("secp" + size + "r1"));
      String algorithm = MORE + "ecdsa-sha" + (size == 521 ? 512 : size);
      assertThat(of(new Xades(ISSUER.signer(wish)).algorithm(algorithm))).isNull();
    }
    for (String digest :
        List.of(MORE + "sha384", "http://www.w3.org/2001/04/xmlenc#sha512", Xades.SHA256)) {
      assertThat(of(new Xades(AINO).digest(digest))).isNull();
    }
    for (String canonicalization :
        List.of(
            Xades.EXCLUSIVE,
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
            "http://www.w3.org/2006/12/xml-c14n11")) {
      assertThat(
              of(
                  new Xades(AINO)
                      .canonicalization(canonicalization)
                      .ownTransform(Xades.transform(canonicalization, null))))
          .isNull();
    }
  }

  @Test
  void everyChangedByteOfTheContentIsNoticed() {
    byte[] signature = new Xades(AINO).sign(CONTENT);
    SignatureVerifier verifier = Verifying.trusting(ROOT.certificate());
    for (int i = 0; i < CONTENT.length; i++) {
      byte[] changed = CONTENT.clone();
      changed[i] ^= 1;
      assertThat(reason(verifier.verify(SignatureType.XADES, signature, changed, NOW)))
          .isEqualTo(CONTENT_CHANGED);
    }
    assertThat(reason(verifier.verify(SignatureType.XADES, signature, new byte[0], NOW)))
        .isEqualTo(CONTENT_CHANGED);
  }

  /** XML content too is bytes, not what some canonical form of it would be. */
  @Test
  void xmlContentIsSignedByteByByte() {
    byte[] page = "<p a='1'  b='2'/>".getBytes(UTF_8);
    byte[] same = "<p a=\"1\" b=\"2\"></p>".getBytes(UTF_8);
    byte[] signature = new Xades(AINO).sign(page);
    SignatureVerifier verifier = Verifying.trusting(ROOT.certificate());
    assertThat(reason(verifier.verify(SignatureType.XADES, signature, page, NOW))).isNull();
    assertThat(reason(verifier.verify(SignatureType.XADES, signature, same, NOW)))
        .isEqualTo(CONTENT_CHANGED);
  }

  @Test
  void aChangedDigestOrValueIsNoticed() {
    String content = Base64.getEncoder().encodeToString(Digests.of("SHA-256", CONTENT));
    String other = Base64.getEncoder().encodeToString(Digests.of("SHA-256", new byte[] {1}));
    String changed = honest().replace(content, other);
    assertThat(
            reason(
                Verifying.trusting(ROOT.certificate())
                    .verify(SignatureType.XADES, changed.getBytes(UTF_8), new byte[] {1}, NOW)))
        .isEqualTo(SIGNATURE_WRONG);
    String zeros = Base64.getEncoder().encodeToString(new byte[64]);
    for (String value : List.of(zeros, "", "AAAA", "%%%")) {
      assertThat(of(honest().replaceFirst("(<ds:SignatureValue>)[^<]+", "$1" + value)))
          .as(value)
          .isIn(SIGNATURE_WRONG, MALFORMED);
    }
  }

  @Test
  void changedSignedPropertiesAreNoticed() {
    assertThat(with("2026-11-22T09:00:00Z", "2026-11-21T09:00:00Z")).isEqualTo(SIGNATURE_WRONG);
    assertThat(
            with(
                "</xades:SignedSignatureProperties>",
                "<xades:SignerRole/></xades:SignedSignatureProperties>"))
        .isEqualTo(SIGNATURE_WRONG);
  }

  @Test
  void anothersKeyIsNotTheSigners() {
    assertThat(of(new Xades(new Signer(Keys.p256(), AINO.chain())))).isEqualTo(SIGNATURE_WRONG);
    Signer rsa = new Signer(RSA, AINO.chain());
    assertThat(of(new Xades(rsa).algorithm(MORE + "rsa-sha256"))).isEqualTo(SIGNATURE_WRONG);
  }

  @Test
  void theChainIsCheckedAsForJws() {
    assertThat(of(new Xades(Authority.root("CN=Other").signer("Aino"))))
        .isEqualTo(CERTIFICATE_NOT_TRUSTED);
    Wish ended = Wish.signer("CN=Ended").valid(Authority.FROM, NOW.minusSeconds(1));
    assertThat(of(new Xades(ISSUER.signer(ended)))).isEqualTo(CERTIFICATE_EXPIRED);
  }

  @Test
  void certificatesMayStandInAnyOrder() {
    List<X509Certificate> reversed = new ArrayList<>(AINO.chain());
    Collections.reverse(reversed);
    String own = Xades.digestOf(AINO.certificate());
    String first = Xades.digestOf(reversed.getFirst());
    assertThat(of(new Xades(AINO.showing(reversed)).properties(p -> p.replace(first, own))))
        .isNull();
  }

  /** Two certificates of one key and two names: the signed digest says which one signed. */
  @Test
  void theSignerIsWhomTheSignedPropertiesName() {
    Signer other = ISSUER.signer(Wish.signer("CN=Toinen").keys(AINO.keys()));
    String own = Xades.digestOf(AINO.certificate());
    assertThat(of(new Xades(other).properties(p -> p.replace(digest(other), own))))
        .isEqualTo(CERTIFICATE_MISMATCH);
    String exchanged =
        honest()
            .replaceAll("\\s", " ")
            .replaceFirst(
                "<ds:X509Certificate>[^<]+",
                "<ds:X509Certificate>" + Jws.base64(other.certificate()));
    assertThat(of(exchanged)).isEqualTo(CERTIFICATE_MISMATCH);
  }

  private static String digest(Signer signer) {
    return Xades.digestOf(signer.certificate());
  }

  @Test
  void theSignersCertificateMustBeNamedOnce() {
    assertThat(
            of(
                new Xades(AINO)
                    .properties(p -> p.replaceAll("<xades:SigningCertificateV2>.*V2>", ""))))
        .isEqualTo(CERTIFICATE_MISMATCH);
    assertThat(
            of(
                new Xades(AINO)
                    .properties(p -> p.replaceAll("(<xades:SigningCertificateV2>.*V2>)", "$1$1"))))
        .isEqualTo(CERTIFICATE_MISMATCH);
    assertThat(of(new Xades(AINO).properties(p -> p.replace("xmlenc#sha256", "xmldsig#sha1"))))
        .isEqualTo(ALGORITHM_NOT_ALLOWED);
    assertThat(of(new Xades(AINO).properties(p -> p.replace("CertificateV2", "Certificate"))))
        .isNull();
  }

  @Test
  void certificatesMustBeThereAndFew() {
    assertThat(
            of(
                honest()
                    .replaceAll("(?s)<ds:X509Data>.*</ds:X509Data>", "<ds:KeyName>x</ds:KeyName>")))
        .isEqualTo(CERTIFICATE_MISSING);
    assertThat(
            of(honest().replaceAll("(?s)<ds:X509Certificate>[^<]*<", "<ds:X509Certificate>AAAA<")))
        .isEqualTo(MALFORMED);
    String one = "<ds:X509Certificate>" + Jws.base64(AINO.certificate()) + "</ds:X509Certificate>";
    assertThat(with("</ds:X509Data>", one.repeat(10) + "</ds:X509Data>"))
        .isEqualTo(STRUCTURE_NOT_ALLOWED);
  }

  @Test
  void aTimeThatCannotBeIsRefused() {
    String time = "2026-11-22T09:00:00Z";
    assertThat(of(new Xades(AINO).properties(p -> p.replace(time, "2026-11-22T10:06:00Z"))))
        .isEqualTo(SIGNED_IN_FUTURE);
    for (String wrong : List.of("", "eilen", "2026-11-22", "0001-01-01T00:00:00Z")) {
      assertThat(of(new Xades(AINO).properties(p -> p.replace(time, wrong)))).isEqualTo(MALFORMED);
    }
    assertThat(
            xades(
                new Xades(AINO)
                    .properties(p -> p.replaceAll("<xades:SigningTime>.*Time>", ""))
                    .sign(CONTENT)))
        .isEqualTo(new Verified("Aino Äijö", null));
  }

  @Test
  void weakDigestsAreRefused() {
    for (String digest : List.of("http://www.w3.org/2000/09/xmldsig#sha1", MORE + "sha224")) {
      assertThat(of(new Xades(AINO).digest(digest))).isEqualTo(ALGORITHM_NOT_ALLOWED);
    }
    assertThat(of(honest().replace(Xades.SHA256, MORE + "md5"))).isEqualTo(ALGORITHM_NOT_ALLOWED);
  }

  @Test
  void weakAndSymmetricSignaturesAreRefused() {
    Signer rsa = ISSUER.signer(Wish.signer("CN=R").keys(RSA));
    assertThat(of(new Xades(rsa).algorithm("http://www.w3.org/2000/09/xmldsig#rsa-sha1")))
        .isEqualTo(ALGORITHM_NOT_ALLOWED);
    assertThat(of(new Xades(AINO).algorithm(MORE + "ecdsa-sha1"))).isEqualTo(ALGORITHM_NOT_ALLOWED);
    for (String other :
        List.of(
            MORE + "rsa-md5",
            MORE + "hmac-sha256",
            "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
            "http://www.w3.org/2000/09/xmldsig#dsa-sha1",
            "")) {
      assertThat(with(Xades.ES256, other)).as(other).isEqualTo(ALGORITHM_NOT_ALLOWED);
    }
  }

  @Test
  void aSignatureLengthIsNotShortened() {
    String method = "<ds:SignatureMethod Algorithm=\"" + Xades.ES256 + "\"/>";
    assertThat(
            with(
                method,
                method.replace(
                    "/>", "><ds:HMACOutputLength>8</ds:HMACOutputLength></ds:SignatureMethod>")))
        .isEqualTo(STRUCTURE_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#signature",
        "#xpointer(/)",
        "http://keys.invalid/x",
        "https://keys.invalid/x",
        "file:/etc/passwd",
        "file:///etc/passwd",
        "/etc/passwd",
        "../content",
        "jar:file:/x!/y",
        "ftp:x",
        "urn:oid:1.2.3",
        "a b",
        "a/b"
      })
  void theContentIsTheOnlyThingOutside(String uri) {
    assertThat(of(honest().replace("URI=\"content\"", "URI=\"" + uri + "\"")))
        .isEqualTo(STRUCTURE_NOT_ALLOWED);
  }

  @Test
  void theContentMayHaveAnyPlainNameOrNone() {
    assertThat(of(new Xades(AINO).uri("kirjaus-1.json"))).isNull();
    assertThat(of(new Xades(AINO).uri(null))).isNull();
  }

  @Test
  void otherReferencesAreRefused() {
    for (String uri : List.of("content", "more.json", "#properties")) {
      assertThat(of(new Xades(AINO).alsoTo(uri))).isEqualTo(STRUCTURE_NOT_ALLOWED);
    }
    String manifest =
        "<ds:Object><ds:Manifest><ds:Reference URI=\"http://keys.invalid/\"/></ds:Manifest></ds:Object>";
    assertThat(with("</ds:Signature>", manifest + "</ds:Signature>"))
        .isEqualTo(STRUCTURE_NOT_ALLOWED);
  }

  @Test
  void keysFromElsewhereAreRefused() {
    String retrieval = "<ds:RetrievalMethod URI=\"http://keys.invalid/\"/>";
    assertThat(with("</ds:KeyInfo>", retrieval + "</ds:KeyInfo>")).isEqualTo(STRUCTURE_NOT_ALLOWED);
    assertThat(with("</ds:KeyInfo>", "<ds:KeyName>toinen</ds:KeyName></ds:KeyInfo>")).isNull();
  }

  @Test
  void transformsOfTheContentAreRefused() {
    assertThat(
            of(
                new Xades(AINO)
                    .contentTransform(
                        Xades.transform("http://www.w3.org/2000/09/xmldsig#base64", null))))
        .isEqualTo(STRUCTURE_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.w3.org/TR/1999/REC-xslt-19991116",
        "http://www.w3.org/TR/1999/REC-xpath-19991116",
        "http://www.w3.org/2002/06/xmldsig-filter2",
        "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
        "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
        ""
      })
  void onlyCanonicalizationTransformsTheProperties(String algorithm) {
    String transforms =
        "<ds:Transforms><ds:Transform Algorithm=\"" + algorithm + "\"/></ds:Transforms>";
    String type = "URI=\"#properties\">";
    assertThat(with(type, type + transforms)).isEqualTo(STRUCTURE_NOT_ALLOWED);
    assertThat(with(Xades.EXCLUSIVE, algorithm)).isEqualTo(STRUCTURE_NOT_ALLOWED);
  }

  @Test
  void stylesheetsAndPathsAreNeverRun() {
    String good = "<ds:Transforms><ds:Transform Algorithm=\"" + Xades.EXCLUSIVE + "\">";
    String run =
        good
            + "<xsl:stylesheet xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\"/>"
            + "</ds:Transform></ds:Transforms>";
    String type = "URI=\"#properties\">";
    assertThat(with(type, type + run)).isEqualTo(STRUCTURE_NOT_ALLOWED);
    String two =
        good
            + "</ds:Transform><ds:Transform Algorithm=\""
            + Xades.EXCLUSIVE
            + "\"/></ds:Transforms>";
    assertThat(with(type, type + two)).isEqualTo(STRUCTURE_NOT_ALLOWED);
  }
}
