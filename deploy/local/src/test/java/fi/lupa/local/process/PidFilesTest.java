package fi.lupa.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidFilesTest {

  private static final Pid DEAD = new Pid(1, 1);

  @TempDir Path folder;

  @Test
  void givesBackWhatWasWritten() {
    var pids = new PidFiles(folder);
    pids.write("kafka", DEAD);

    assertThat(pids.read("kafka")).contains(DEAD);
    assertThat(pids.running("kafka")).isEmpty();
    assertThat(pids.all()).containsOnlyKeys("kafka");
  }

  @Test
  void forgets() {
    var pids = new PidFiles(folder);
    pids.write("kafka", DEAD);
    pids.delete("kafka");
    pids.delete("kafka");

    assertThat(pids.read("kafka")).isEmpty();
  }

  @Test
  void setsAsideWhatIsBeingStopped() {
    var pids = new PidFiles(folder);
    pids.write("kafka", DEAD);

    String aside = pids.setAside("kafka");

    assertThat(pids.read("kafka")).isEmpty();
    assertThat(pids.read(aside)).contains(DEAD);
    assertThat(pids.setAside(aside)).isEqualTo(aside);
    assertThat(pids.setAside("nobody")).isNotEqualTo("nobody");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "x y", "12 x"})
  void ignoresADamagedFile(String content) throws Exception {
    Files.writeString(folder.resolve("kafka.pid"), content);

    assertThat(new PidFiles(folder).read("kafka")).isEmpty();
    assertThat(new PidFiles(folder).all()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereHoldsNothing() {
    assertThat(new PidFiles(folder.resolve("none")).all()).isEmpty();
  }
}
