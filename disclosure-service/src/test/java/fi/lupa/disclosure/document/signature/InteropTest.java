package fi.lupa.disclosure.document.signature;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.document.signature.SignatureVerdict.Verified;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Signatures that another program made: the European Commission's DSS 6.3 with a certification
 * authority by keytool, levels XAdES-BASELINE-B and JAdES-BASELINE-B, detached, content {@code
 * content.json}. They last until 2046.
 */
class InteropTest {
  private static final Instant RECEIVED = Instant.parse("2030-01-01T00:00:00Z");

  private static Path file(String name) throws URISyntaxException {
    var found = InteropTest.class.getResource("/signatures/dss-6.3/" + name);
    return Path.of(Objects.requireNonNull(found, name).toURI());
  }

  @ParameterizedTest
  @CsvSource({
    "dss-jades-ec.jws, JWS, Inka Interop, 2026-11-22T11:28:10Z",
    "dss-jades-ec-plain.jws, JWS, Inka Interop, 2026-11-22T11:28:10Z",
    "dss-jades-rsa.jws, JWS, Raimo Interop, 2026-11-22T11:28:11Z",
    "dss-jades-rsa-plain.jws, JWS, Raimo Interop, 2026-11-22T11:28:11Z",
    "dss-xades-ec.xml, XADES, Inka Interop, 2026-11-22T11:28:09Z",
    "dss-xades-rsa.xml, XADES, Raimo Interop, 2026-11-22T11:28:10Z"
  })
  void anotherProgramsSignaturesAreVerified(
      String name, SignatureType type, String signer, Instant signedAt)
      throws IOException, URISyntaxException {
    SignatureVerifier verifier =
        new SignatureVerifier(
            TrustAnchors.read(List.of(file("root.pem"))),
            new RevocationLists(List.of(), Clock.systemUTC()));
    byte[] signature = Files.readAllBytes(file(name));
    byte[] content = Files.readAllBytes(file("content.json"));
    assertThat(verifier.verify(type, signature, content, RECEIVED))
        .isEqualTo(new Verified(signer, signedAt));
    content[0]++;
    assertThat(verifier.verify(type, signature, content, RECEIVED)).isNotInstanceOf(Verified.class);
  }
}
