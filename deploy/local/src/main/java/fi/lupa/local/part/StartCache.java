package fi.lupa.local.part;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.lupa.local.process.Java;
import fi.lupa.local.process.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A Spring Boot application and the cache that the JVM starts it from (JEP 483 and 515): its
 * classes, loaded and linked, and which methods its start used most. It lies beside the jar and is
 * good for one JDK and one set of options.
 *
 * @param jar the unpacked runnable jar
 * @param heap the largest heap, as in -Xmx
 * @param options other options of the JVM that are this program's own
 */
record StartCache(Path jar, String heap, List<String> options) {

  static final String SUFFIX = ".aot";

  /** What to run: with the cache when it is there. */
  Program start(Map<String, String> environment) {
    return new Program(
        command(Files.exists(file()) ? List.of("-XX:AOTCache=" + file()) : List.of()), environment);
  }

  /** What makes the cache; empty when it is there. */
  Optional<Training> training(Map<String, String> environment) {
    return Files.exists(file()) ? Optional.empty() : Optional.of(new Training(this, environment));
  }

  /** Where it is, or will be. */
  Path file() {
    var sum = new CRC32();
    sum.update((System.getProperty("java.vm.version") + command(List.of())).getBytes(UTF_8));
    return beside(Long.toHexString(sum.getValue()) + SUFFIX);
  }

  /** Another file of this cache's, while it is made. */
  Path beside(String name) {
    return jar.resolveSibling(jar.getFileName() + "." + name);
  }

  /** The same program with more options of the JVM. */
  List<String> command(List<String> more) {
    var rest = new ArrayList<>(options);
    rest.addAll(more);
    rest.addAll(List.of("-jar", jar.toString()));
    return Java.command(heap, rest);
  }
}
