package fi.lupa.local.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.local.demo.Signature;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocalSignerTest {

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void create() {
    home = new Home(folder.resolve("home")).create();
  }

  private static X509Certificate certificate(byte[] bytes) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(bytes));
  }

  @Test
  void theSignersCertificateIsByTheAnchor() throws Exception {
    String jws = Signature.of("päätös", home);
    X509Certificate anchor = certificate(Files.readAllBytes(LocalSigner.anchor(home)));
    String[] parts = jws.split("\\.", -1);
    JsonNode header = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[0]));
    X509Certificate signer =
        certificate(Base64.getDecoder().decode(header.at("/x5c/0").asString()));

    signer.verify(anchor.getPublicKey());
    assertThat(anchor.getBasicConstraints()).isZero();
    assertThat(signer.getSubjectX500Principal().getName()).contains("CN=" + LocalSigner.NAME);
    var checking = java.security.Signature.getInstance("SHA256withECDSAinP1363Format");
    checking.initVerify(signer.getPublicKey());
    String payload =
        Base64.getUrlEncoder().withoutPadding().encodeToString("päätös".getBytes(UTF_8));
    checking.update((parts[0] + "." + payload).getBytes(UTF_8));
    assertThat(checking.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
  }

  @Test
  void aHomeKeepsItsAuthorityUntilItsDataAreDeleted() throws Exception {
    String first = Files.readString(LocalSigner.anchor(home));

    assertThat(Files.readString(LocalSigner.anchor(home))).isEqualTo(first);
    home.deleteData();
    assertThat(Files.readString(LocalSigner.anchor(home))).isNotEqualTo(first);
  }
}
