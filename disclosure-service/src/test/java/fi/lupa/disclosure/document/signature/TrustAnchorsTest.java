package fi.lupa.disclosure.document.signature;

import static fi.lupa.disclosure.document.signature.Verifying.AINO;
import static fi.lupa.disclosure.document.signature.Verifying.ISSUER;
import static fi.lupa.disclosure.document.signature.Verifying.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustAnchorsTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static void refuses(Path place, String why) {
    assertThatThrownBy(() -> TrustAnchors.read(List.of(place)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("LUPA_TRUST_ANCHORS: " + place)
        .hasMessageEndingWith(why);
  }

  @Test
  void filesAndFoldersAreRead() throws Exception {
    Path folderOfTwo = Files.createDirectory(folder.resolve("two"));
    Files.writeString(folderOfTwo.resolve("a.pem"), ROOT.pem());
    Files.write(folderOfTwo.resolve("b.der"), ISSUER.certificate().getEncoded());
    Path both = file("both.pem", "Subject: Test Root\n" + ROOT.pem() + ISSUER.pem());
    assertThat(TrustAnchors.read(List.of(folderOfTwo)).size()).isEqualTo(2);
    assertThat(TrustAnchors.read(List.of(both)).size()).isEqualTo(2);
    TrustAnchors read = TrustAnchors.read(List.of(both, folderOfTwo));
    assertThat(read.knows(ROOT.certificate().getSubjectX500Principal())).isTrue();
    assertThat(read.knows(AINO.certificate().getSubjectX500Principal())).isFalse();
  }

  @Test
  void noneIsAllowed() {
    assertThat(TrustAnchors.read(List.of()).isEmpty()).isTrue();
  }

  @Test
  void whatCannotBeReadIsRefused() throws IOException {
    refuses(folder.resolve("missing.pem"), "can't be read as X.509 certificates (PEM or DER)");
    refuses(file("text.pem", "hei"), "can't be read as X.509 certificates (PEM or DER)");
    refuses(
        file("half.pem", ROOT.pem().substring(0, 300)),
        "can't be read as X.509 certificates (PEM or DER)");
    refuses(file("empty.pem", ""), "has no certificate");
    refuses(Files.createDirectory(folder.resolve("nothing")), "has no files");
  }

  @Test
  void aSignerIsNoAnchor() throws IOException {
    refuses(
        file("signer.pem", ROOT.pem() + Authority.pem(AINO.certificate())),
        "has a certificate that isn't a certification authority's");
  }
}
