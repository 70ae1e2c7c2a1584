package fi.lupa.disclosure.document.signature;

import static fi.lupa.disclosure.document.signature.Authority.NOW;
import static fi.lupa.disclosure.document.signature.SignatureReason.CERTIFICATE_REVOKED;
import static fi.lupa.disclosure.document.signature.SignatureReason.REVOCATION_UNKNOWN;
import static fi.lupa.disclosure.document.signature.Verifying.AINO;
import static fi.lupa.disclosure.document.signature.Verifying.CONTENT;
import static fi.lupa.disclosure.document.signature.Verifying.ISSUER;
import static fi.lupa.disclosure.document.signature.Verifying.ROOT;
import static fi.lupa.disclosure.document.signature.Verifying.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationListsTest {
  private static final Instant BEFORE = NOW.minus(Duration.ofDays(1));
  private static final Instant AFTER = NOW.plus(Duration.ofDays(1));

  @TempDir Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

  @BeforeEach
  void bothIssuersHaveEmptyLists() throws IOException {
    write("root.crl", ROOT.revocationList(BEFORE, AFTER));
    write("issuer.crl", ISSUER.revocationList(BEFORE, AFTER));
  }

  private void write(String name, byte[] list) throws IOException {
    Path file = Files.write(folder.resolve(name), list);
    Files.setLastModifiedTime(file, FileTime.from(now.get()));
  }

  private SignatureVerifier verifier() {
    return new SignatureVerifier(
        new TrustAnchors(List.of(ROOT.certificate())),
        new RevocationLists(List.of(folder), clock()));
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now.get();
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  private @Nullable SignatureReason by(Signer signer) {
    return by(verifier(), signer);
  }

  private @Nullable SignatureReason by(SignatureVerifier verifier, Signer signer) {
    byte[] signature = Jws.es256(signer).sign(CONTENT);
    return reason(verifier.verify(SignatureType.JWS, signature, CONTENT, now.get()));
  }

  @Test
  void whoIsOnNoListIsTrusted() {
    assertThat(by(AINO)).isNull();
  }

  @Test
  void whoIsOnItsIssuersListIsNot() throws IOException {
    Signer other = ISSUER.signer("Toinen");
    write("issuer.crl", ISSUER.revocationList(BEFORE, AFTER, other.certificate()));
    assertThat(by(other)).isEqualTo(CERTIFICATE_REVOKED);
    assertThat(by(AINO)).isNull();
  }

  @Test
  void aRevokedAuthoritysSignersAreNot() throws IOException {
    write("root.crl", ROOT.revocationList(BEFORE, AFTER, ISSUER.certificate()));
    assertThat(by(AINO)).isEqualTo(CERTIFICATE_REVOKED);
  }

  @Test
  void everyIssuerNeedsACurrentList() throws IOException {
    write("issuer.crl", ISSUER.revocationList(BEFORE, NOW.minus(Duration.ofHours(1))));
    assertThat(by(AINO)).isEqualTo(REVOCATION_UNKNOWN);
    Files.delete(folder.resolve("issuer.crl"));
    assertThat(by(AINO)).isEqualTo(REVOCATION_UNKNOWN);
  }

  @Test
  void anothersListOfTheSameNameCountsForNothing() throws IOException {
    Authority impostor = Authority.root("CN=Test Issuer,O=Lupa,C=FI");
    write("issuer.crl", impostor.revocationList(BEFORE, AFTER));
    assertThat(by(AINO)).isEqualTo(REVOCATION_UNKNOWN);
  }

  @Test
  void newListsAreReadWithoutARestart() throws IOException {
    SignatureVerifier verifier = verifier();
    X509Certificate certificate = AINO.certificate();
    assertThat(by(verifier, AINO)).isNull();
    now.set(NOW.plusSeconds(31));
    write("issuer.crl", ISSUER.revocationList(BEFORE, AFTER, certificate));
    assertThat(by(verifier, AINO)).isEqualTo(CERTIFICATE_REVOKED);
  }

  @Test
  void whatCannotBeReadLeavesTheListsAsTheyWere() throws IOException {
    SignatureVerifier verifier = verifier();
    now.set(NOW.plusSeconds(31));
    write("issuer.crl", new byte[] {1, 2, 3});
    assertThat(by(verifier, AINO)).isNull();
  }

  @Test
  void aServiceDoesNotStartWithListsThatCannotBeRead() throws IOException {
    write("issuer.crl", new byte[] {1, 2, 3});
    assertThatThrownBy(() -> new RevocationLists(List.of(folder), clock()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("LUPA_REVOCATION_LISTS");
    assertThatThrownBy(() -> new RevocationLists(List.of(folder.resolve("none")), clock()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
