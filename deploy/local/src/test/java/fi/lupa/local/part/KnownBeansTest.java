package fi.lupa.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownBeansTest {
  private static final String OPTION = "-Dspring.aot.enabled=true";
  private static final String TOLD = "fi/lupa/Some__ApplicationContextInitializer.class";

  @TempDir Path folder;

  @Test
  void aServiceStartsWithTheBeansThatItsBuildFoundOut() throws IOException {
    assertThat(KnownBeans.options(jar(TOLD), Map.of("LUPA_HOME", "/a", "PATH", "/b")))
        .containsExactly(OPTION);
  }

  @Test
  void withoutThemItFindsThemOut() throws IOException {
    assertThat(KnownBeans.options(jar("fi/lupa/Some.class"), Map.of())).isEmpty();
  }

  /** Such as LUPA_TRACE_EXPORT, without which no bean that exports is known. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SPRING_MAIL_HOST",
        "MANAGEMENT_ENDPOINTS_ENABLED_BY_DEFAULT",
        "LUPA_TRACE_EXPORT"
      })
  void whoAsksForOthersGetsThem(String variable) throws IOException {
    assertThat(KnownBeans.options(jar(TOLD), Map.of(variable, "x"))).isEmpty();
  }

  private Path jar(String entry) throws IOException {
    Path jar = folder.resolve("some.jar");
    try (var packed = new ZipOutputStream(Files.newOutputStream(jar))) {
      packed.putNextEntry(new ZipEntry(entry));
    }
    return jar;
  }
}
