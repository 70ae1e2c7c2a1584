package fi.lupa.local.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void create() {
    home = new Home(folder.resolve("home")).create();
  }

  @Test
  void aFreshStartForgetsDataButNotProgramsAndLogs() throws Exception {
    for (String name : new String[] {"postgres", "kafka", "issuer", "programs"}) {
      Files.createDirectories(home.folder().resolve(name).resolve("deep"));
    }
    Files.writeString(home.log("postgres"), "x");
    String key = ClientRefKey.of(home);

    home.deleteData();

    assertThat(home.folder()).isDirectoryContaining("glob:**/programs");
    assertThat(home.log("postgres")).exists();
    assertThat(home.data("postgres")).doesNotExist();
    assertThat(home.data("kafka")).doesNotExist();
    assertThat(ClientRefKey.of(home)).isNotEqualTo(key);
  }

  @Test
  void keepsOneSecretKeyPerHome() throws Exception {
    String key = ClientRefKey.of(home);

    assertThat(Base64.getDecoder().decode(key)).hasSize(32);
    assertThat(ClientRefKey.of(home)).isEqualTo(key);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.data("client-ref.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void deletingWhatIsNotThereIsFine() {
    Home.delete(home.data("nothing"));

    assertThat(home.folder()).exists();
  }
}
