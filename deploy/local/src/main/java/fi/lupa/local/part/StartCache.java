package fi.lupa.local.part;

import fi.lupa.local.process.Java;
import fi.lupa.local.process.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program and the cache that the JVM starts it from (JEP 483 and 515): its classes, loaded and
 * linked, and which methods its start used most. It is good for one JDK and one set of options.
 *
 * @param place the file beside which it lies, named anew when the program's jars change; caches of
 *     others in its folder are no longer good
 * @param heap the largest heap, as in -Xmx
 * @param program options of the JVM that are this program's own, jars, and arguments
 * @param trial the same for a start that ends by itself before it takes part in anything
 */
public record StartCache(Path place, String heap, List<String> program, List<String> trial) {

  static final String SUFFIX = ".aot";

  /** A runnable jar that holds a Spring Boot application. */
  static StartCache ofJar(Path jar, String heap, List<String> options) {
    List<String> run = List.of("-jar", jar.toString());
    return new StartCache(
        jar,
        heap,
        joined(options, run),
        joined(options, List.of("-Dspring.context.exit=onRefresh"), run));
  }

  /** What to run: with the cache when it is there. */
  public Program start(Map<String, String> environment) {
    List<String> cached = Files.exists(file()) ? List.of("-XX:AOTCache=" + file()) : List.of();
    return new Program(command(cached, program), environment);
  }

  /** What makes the cache; empty when it is there. */
  public Optional<Training> training(Map<String, String> environment) {
    return Files.exists(file()) ? Optional.empty() : Optional.of(new Training(this, environment));
  }

  /** Where it is, or will be. */
  Path file() {
    String run = System.getProperty("java.vm.version") + command(List.of(), program);
    return beside(Fingerprint.of(run) + SUFFIX);
  }

  /** Another file of this cache's, while it is made. */
  Path beside(String name) {
    return place.resolveSibling(place.getFileName() + "." + name);
  }

  /** The trial with more options of the JVM. */
  Program trial(Map<String, String> environment, List<String> more) {
    return new Program(command(more, trial), environment);
  }

  private List<String> command(List<String> more, List<String> program) {
    return Java.command(heap, joined(more, program));
  }

  @SafeVarargs
  private static List<String> joined(List<String>... lists) {
    return Stream.of(lists).flatMap(List::stream).toList();
  }
}
