package fi.lupa.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

  @TempDir Path folder;

  @Test
  void keepsTheKeyOverARestart() {
    var first = SigningKey.in(folder.resolve("new"));
    var second = SigningKey.in(folder.resolve("new"));

    assertThat(second).isEqualTo(first);
    assertThat(first.isPrivate()).isTrue();
    assertThat(first.size()).isEqualTo(2048);
  }

  @Test
  void givesEachFolderItsOwnKey() {
    assertThat(SigningKey.in(folder.resolve("a")).getKeyID())
        .isNotEqualTo(SigningKey.in(folder.resolve("b")).getKeyID());
  }

  @Test
  void letsOnlyTheOwnerReadTheFileAndLeavesNoDraft() throws IOException {
    SigningKey.in(folder);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .singleElement()
          .satisfies(file ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                  .isEqualTo("rw-------"));
    }
  }

  @Test
  void saysWhichFileIsBroken() throws IOException {
    Files.writeString(folder.resolve("signing-key.json"), "{}");

    assertThatThrownBy(() -> SigningKey.in(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("signing-key.json")
        .hasMessageContaining("delete it");
  }
}
