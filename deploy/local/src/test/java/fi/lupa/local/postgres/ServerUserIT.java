package fi.lupa.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.local.process.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerUserIT {

  @TempDir Path folder;

  @Test
  void neverRunsAProgramAsRoot() throws Exception {
    Path seen = Files.createFile(folder.resolve("seen"));
    ServerUser user = ServerUser.find();

    assertThat(
            Tool.run(
                user.command(List.of("id", "-u")), Path.of("/dev/null").toFile(), seen.toFile()))
        .isTrue();
    assertThat(Files.readString(seen).trim()).isNotEqualTo("0");
  }

  @Test
  void leavesAFolderThatItOwnsAlone() throws Exception {
    int uid = (Integer) Files.getAttribute(folder, "unix:uid");

    new ServerUser(List.of("no-such-program"), OptionalInt.of(uid)).give(folder);
    new ServerUser(List.of(), OptionalInt.empty()).give(folder);

    assertThat(Files.getAttribute(folder, "unix:uid")).isEqualTo(uid);
  }
}
