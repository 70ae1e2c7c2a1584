package fi.lupa.disclosure.document.signature;

import static fi.lupa.disclosure.document.signature.Authority.FROM;
import static fi.lupa.disclosure.document.signature.Authority.NOW;
import static fi.lupa.disclosure.document.signature.Authority.TO;
import static fi.lupa.disclosure.document.signature.SignatureReason.ALGORITHM_NOT_ALLOWED;
import static fi.lupa.disclosure.document.signature.SignatureReason.CERTIFICATE_EXPIRED;
import static fi.lupa.disclosure.document.signature.SignatureReason.CERTIFICATE_NOT_FOR_SIGNING;
import static fi.lupa.disclosure.document.signature.SignatureReason.CERTIFICATE_NOT_TRUSTED;
import static fi.lupa.disclosure.document.signature.SignatureReason.CERTIFICATE_NOT_YET_VALID;
import static fi.lupa.disclosure.document.signature.Verifying.AINO;
import static fi.lupa.disclosure.document.signature.Verifying.CONTENT;
import static fi.lupa.disclosure.document.signature.Verifying.ISSUER;
import static fi.lupa.disclosure.document.signature.Verifying.ROOT;
import static fi.lupa.disclosure.document.signature.Verifying.reason;
import static fi.lupa.disclosure.document.signature.Verifying.trusting;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.document.signature.Authority.Wish;
import fi.lupa.disclosure.document.signature.SignatureVerdict.Verified;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is believed to be a signer, seen through JWS; XAdES uses the same chain. */
class SignerChainTest {
  private static final Wish SIGNER = Wish.signer("CN=Aino Äijö,O=Pohjoisranta");

  private static @Nullable SignatureReason by(Signer signer, X509Certificate... anchors) {
    return reason(
        trusting(anchors).verify(SignatureType.JWS, Jws.es256(signer).sign(CONTENT), CONTENT, NOW));
  }

  private static @Nullable SignatureReason by(Signer signer) {
    return by(signer, ROOT.certificate());
  }

  private static @Nullable SignatureReason at(Instant received, @Nullable Instant signed) {
    Jws jws = Jws.es256(AINO);
    if (signed != null) {
      jws.with("iat", signed.getEpochSecond());
    }
    return reason(
        trusting(ROOT.certificate())
            .verify(SignatureType.JWS, jws.sign(CONTENT), CONTENT, received));
  }

  @Test
  void anyAuthorityOnTheWayMayBeTheAnchor() {
    assertThat(by(AINO, ROOT.certificate())).isNull();
    assertThat(by(AINO, ISSUER.certificate())).isNull();
    assertThat(by(AINO, Authority.root("CN=Other").certificate(), ROOT.certificate())).isNull();
    assertThat(by(ROOT.signer("Suoraan juuresta"))).isNull();
  }

  @Test
  void theRootMayBeCarriedAndTheOrderIsFreeAfterTheSigner() {
    X509Certificate issuer = ISSUER.certificate();
    assertThat(by(AINO.showing(List.of(AINO.certificate(), issuer, ROOT.certificate())))).isNull();
    assertThat(by(AINO.showing(List.of(AINO.certificate(), ROOT.certificate(), issuer)))).isNull();
    assertThat(by(AINO.showing(List.of(issuer, AINO.certificate()))))
        .isEqualTo(CERTIFICATE_NOT_FOR_SIGNING);
  }

  @Test
  void aMissingLinkIsNotSearchedFor() {
    assertThat(by(AINO.showing(List.of(AINO.certificate())))).isEqualTo(CERTIFICATE_NOT_TRUSTED);
    assertThat(by(AINO.showing(List.of(AINO.certificate())), ISSUER.certificate())).isNull();
  }

  @Test
  void anotherAuthoritysSignerIsNotTrusted() {
    Authority other = Authority.root("CN=Other Root");
    assertThat(by(other.signer("Aino Äijö"))).isEqualTo(CERTIFICATE_NOT_TRUSTED);
    assertThat(by(AINO, other.certificate())).isEqualTo(CERTIFICATE_NOT_TRUSTED);
  }

  @Test
  void anAuthorityOfTheSameNameIsNotTheSame() {
    Authority impostor = Authority.root("CN=Test Root,O=Lupa,C=FI");
    assertThat(by(impostor.signer("Aino Äijö"))).isEqualTo(CERTIFICATE_NOT_TRUSTED);
    Authority between = impostor.under(Wish.authority("CN=Test Issuer,O=Lupa,C=FI"));
    assertThat(by(between.signer("Aino Äijö"))).isEqualTo(CERTIFICATE_NOT_TRUSTED);
  }

  @Test
  void aSelfSignedSignerIsNotTrusted() {
    Authority self = Authority.root(SIGNER);
    assertThat(by(new Signer(self.keys(), List.of(self.certificate()))))
        .isEqualTo(CERTIFICATE_NOT_TRUSTED);
  }

  @Test
  void aSignerIsNoAuthority() {
    Signer ordinary = ISSUER.signer(SIGNER);
    Authority pretending =
        new Authority(
            ordinary.keys(),
            ordinary.certificate(),
            List.of(ISSUER.certificate(), ROOT.certificate()));
    Signer invented = pretending.signer("Pääjohtaja");
    assertThat(by(invented)).isEqualTo(CERTIFICATE_NOT_TRUSTED);
  }

  @Test
  void anAuthorityIssuesNoFurtherThanItMay() {
    Authority tooDeep = ISSUER.under(Wish.authority("CN=Too deep"));
    assertThat(by(tooDeep.signer("Aino"))).isEqualTo(CERTIFICATE_NOT_TRUSTED);
  }

  @Test
  void longPathsEnd() {
    Authority last = Authority.root(Wish.authority("CN=Long root").below(20));
    X509Certificate root = last.certificate();
    for (int i = 0; i < 4; i++) {
      last = last.under(Wish.authority("CN=Long " + i).below(20 - i));
    }
    assertThat(by(last.signer("Aino"), root)).isNull();
    last = last.under(Wish.authority("CN=Long 4").below(10));
    assertThat(by(last.signer("Aino"), root)).isEqualTo(CERTIFICATE_NOT_TRUSTED);
  }

  /** Certificates that all could issue each other must not make a search of many paths. */
  @Test
  void aMazeIsLeftAtOnce() {
    X500Principal name = new X500Principal("CN=Maze");
    Wish wish = Wish.authority("CN=Maze").below(20);
    Authority maze = Authority.root(wish);
    List<X509Certificate> carried = new ArrayList<>(List.of(maze.signer("Eksynyt").certificate()));
    for (int i = 0; i < 9; i++) {
      carried.add(Authority.root(wish).certificate());
    }
    assertThat(carried).allMatch(each -> each.getIssuerX500Principal().equals(name));
    Signer lost = new Signer(Keys.p256(), carried);
    assertThat(by(lost)).isEqualTo(CERTIFICATE_NOT_TRUSTED);
  }

  @Test
  void aSignerMustBeValidWhenTheSignatureIsReceived() {
    assertThat(at(TO.minusSeconds(1), null)).isNull();
    assertThat(at(TO.plusSeconds(1), null)).isEqualTo(CERTIFICATE_EXPIRED);
    assertThat(at(FROM.plusSeconds(1), null)).isNull();
    assertThat(at(FROM.minusSeconds(1), null)).isEqualTo(CERTIFICATE_NOT_YET_VALID);
  }

  @Test
  void aSignerMustHaveBeenValidWhenItSigned() {
    assertThat(at(NOW, FROM.plusSeconds(1))).isNull();
    assertThat(at(NOW, FROM.minusSeconds(1))).isEqualTo(CERTIFICATE_NOT_YET_VALID);
  }

  /** An old date is no proof: the key of an ended certificate may be in anybody's hands. */
  @Test
  void anOldDateDoesNotMakeAnEndedCertificateValid() {
    assertThat(at(TO.plus(Duration.ofDays(1)), TO.minus(Duration.ofDays(10))))
        .isEqualTo(CERTIFICATE_EXPIRED);
  }

  @Test
  void everyAuthorityOnTheWayMustBeValid() {
    Authority ended = ROOT.under(Wish.authority("CN=Ended").valid(FROM, NOW.minusSeconds(1)));
    assertThat(by(ended.signer("Aino"))).isEqualTo(CERTIFICATE_EXPIRED);
    Authority coming = ROOT.under(Wish.authority("CN=Coming").valid(NOW.plusSeconds(60), TO));
    assertThat(by(coming.signer("Aino"))).isEqualTo(CERTIFICATE_NOT_YET_VALID);
    Authority oldRoot =
        Authority.root(Wish.authority("CN=Old root").valid(FROM, NOW.minusSeconds(1)));
    assertThat(by(oldRoot.signer("Aino"), oldRoot.certificate())).isEqualTo(CERTIFICATE_EXPIRED);
  }

  @Test
  void theCertificateMustBeForSigning() {
    assertThat(by(ISSUER.signer(SIGNER.usage(KeyUsage.digitalSignature)))).isNull();
    for (int usage :
        List.of(
            KeyUsage.keyEncipherment,
            KeyUsage.keyAgreement,
            KeyUsage.dataEncipherment,
            KeyUsage.keyCertSign,
            0)) {
      assertThat(by(ISSUER.signer(SIGNER.usage(usage))))
          .as("usage %d", usage)
          .isEqualTo(CERTIFICATE_NOT_FOR_SIGNING);
    }
    assertThat(by(ROOT.signer(SIGNER.below(0)))).isEqualTo(CERTIFICATE_NOT_FOR_SIGNING);
  }

  @Test
  void aWebServersCertificateSignsNoDocuments() {
    for (KeyPurposeId purpose :
        List.of(
            KeyPurposeId.id_kp_serverAuth,
            KeyPurposeId.id_kp_codeSigning,
            KeyPurposeId.id_kp_timeStamping,
            KeyPurposeId.id_kp_OCSPSigning)) {
      assertThat(by(ISSUER.signer(SIGNER.purpose(purpose)))).isEqualTo(CERTIFICATE_NOT_FOR_SIGNING);
    }
    for (KeyPurposeId purpose :
        List.of(
            KeyPurposeId.id_kp_emailProtection,
            KeyPurposeId.id_kp_clientAuth,
            KeyPurposeId.anyExtendedKeyUsage)) {
      assertThat(by(ISSUER.signer(SIGNER.purpose(purpose)))).isNull();
    }
  }

  @Test
  void weakKeysAreRefused() {
    for (int bits : List.of(1024, 1536)) {
      Signer weak = ISSUER.signer(SIGNER.keys(Keys.rsa(bits)));
      assertThat(
              reason(
                  trusting(ROOT.certificate())
                      .verify(
                          SignatureType.JWS, new Jws(weak, "RS256").sign(CONTENT), CONTENT, NOW)))
          .isEqualTo(ALGORITHM_NOT_ALLOWED);
    }
  }

  @Test
  void weaklySignedCertificatesAreRefused() {
    assertThat(by(ISSUER.signer(SIGNER.signedWith("SHA1withECDSA"))))
        .isEqualTo(ALGORITHM_NOT_ALLOWED);
    Authority weak = ROOT.under(Wish.authority("CN=Weak").signedWith("SHA1withECDSA"));
    assertThat(by(weak.signer("Aino"))).isEqualTo(ALGORITHM_NOT_ALLOWED);
    Authority rsa =
        Authority.root(Wish.authority("CN=RSA").keys(Keys.rsa(2048)).signedWith("SHA256withRSA"));
    for (String name : List.of("SHA256withRSA", "SHA384withRSAandMGF1", "SHA512withRSA")) {
      assertThat(by(rsa.signer(SIGNER.signedWith(name)), rsa.certificate())).as(name).isNull();
    }
    for (String name : List.of("SHA1withRSA", "SHA1withRSAandMGF1", "MD5withRSA")) {
      assertThat(by(rsa.signer(SIGNER.signedWith(name)), rsa.certificate()))
          .as(name)
          .isEqualTo(ALGORITHM_NOT_ALLOWED);
    }
  }

  @Test
  void theSignersNameIsTheLastCommonNameInOneLine() {
    assertThat(name("CN=Aino Äijö 123,SURNAME=Äijö,GIVENNAME=Aino,C=FI"))
        .isEqualTo("Aino Äijö 123");
    assertThat(name("O=Pohjoisranta,C=FI")).isNull();
    assertThat(name("CN=Yksi\\0AKaksi\\00,C=FI")).doesNotContain("\n", "\0");
    assertThat(name("CN=" + "ä".repeat(300))).hasSize(200);
    assertThat(name("CN=Liisa \u202E\u2066takaperin")).isEqualTo("Liisa   takaperin");
  }

  private static @Nullable String name(String subject) {
    Signer signer = ISSUER.signer(Wish.signer(subject));
    var verdict =
        trusting(ROOT.certificate())
            .verify(SignatureType.JWS, Jws.es256(signer).sign(CONTENT), CONTENT, NOW);
    assertThat(verdict).isInstanceOf(Verified.class);
    return ((Verified) verdict).signedBy();
  }
}
