package fi.lupa.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.local.process.Program;
import fi.lupa.local.process.Tool;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the JVM itself, with a program of one class. */
class StartCacheTest {
  private static final Map<String, String> NONE = Map.of();

  @TempDir Path folder;
  private Path jar;
  private File log;

  @BeforeEach
  void create() throws IOException {
    jar = folder.resolve("hello.jar");
    log = folder.resolve("log").toFile();
  }

  /** The program: ends badly unless it is given a name. */
  public static final class Hello {
    public static void main(String[] arguments) {
      System.out.println("Hello " + Objects.requireNonNull(System.getenv("HELLO_NAME")));
    }
  }

  @Test
  void startsFromTheCacheOnceItIsTrained() throws Exception {
    pack();
    StartCache cache = StartCache.ofJar(jar, "64m", List.of());
    Map<String, String> name = Map.of("HELLO_NAME", "you");
    assertThat(cache.start(name).command()).noneMatch(word -> word.contains("AOT"));

    assertThat(cache.training(name).orElseThrow().run(log)).as(said()).isTrue();

    assertThat(cache.training(name)).isEmpty();
    assertThat(cache.start(name).command()).contains("-XX:AOTCache=" + cache.file());
    assertThat(names()).containsExactlyInAnyOrder("hello.jar", "log", name(cache));
    assertThat(startedWithClassesTold(cache.start(name)))
        .contains("Hello you")
        .containsPattern("StartCacheTest\\$Hello source: shared objects file");
  }

  @Test
  void leavesNothingOfATrainingThatFails() throws Exception {
    pack();
    StartCache cache = StartCache.ofJar(jar, "64m", List.of());

    Training training = cache.training(NONE).orElseThrow();
    Files.delete(jar);

    assertThat(training.run(log)).isFalse();
    assertThat(names()).containsExactly("log");
    assertThat(cache.start(NONE).command()).noneMatch(word -> word.contains("AOT"));
  }

  @Test
  void isOfOneSetOfOptionsAndForgetsTheOthers() throws Exception {
    pack();
    StartCache small = StartCache.ofJar(jar, "64m", List.of());
    StartCache large = StartCache.ofJar(jar, "128m", List.of());
    assertThat(small.file()).isNotEqualTo(large.file());
    Files.createFile(small.file());

    Map<String, String> name = Map.of("HELLO_NAME", "you");
    assertThat(large.training(name).orElseThrow().run(log)).as(said()).isTrue();

    assertThat(names()).containsExactlyInAnyOrder("hello.jar", "log", name(large));
  }

  private String startedWithClassesTold(Program program) throws IOException {
    File output = folder.resolve("output").toFile();
    List<String> command = new ArrayList<>(program.command());
    command.add(1, "-Xlog:class+load");
    assertThat(Tool.run(new Program(command, program.environment()), output)).isTrue();
    return Files.readString(output.toPath());
  }

  private void pack() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Hello.class.getName());
    String file = Hello.class.getName().replace('.', '/') + ".class";
    try (OutputStream target = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(target, manifest);
        InputStream compiled =
            Objects.requireNonNull(Hello.class.getClassLoader().getResourceAsStream(file))) {
      packed.putNextEntry(new ZipEntry(file));
      compiled.transferTo(packed);
    }
  }

  private List<String> names() {
    return List.of(Objects.requireNonNull(folder.toFile().list()));
  }

  private static String name(StartCache cache) {
    return cache.file().getFileName().toString();
  }

  private String said() throws IOException {
    return log.exists() ? Files.readString(log.toPath()) : "";
  }
}
