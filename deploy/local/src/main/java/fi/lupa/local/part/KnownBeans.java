package fi.lupa.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/**
 * Whether a service starts with the beans that its build has found out (Spring's ahead-of-time
 * processing) instead of finding them out anew.
 */
final class KnownBeans {

  /** What Spring calls the class that tells the beans of an application. */
  private static final String TELLER = "__ApplicationContextInitializer.class";

  /** Variables that may ask for other beans than the build knew of. */
  private static final List<String> ASKING = List.of("SPRING_", "MANAGEMENT_", "LUPA_TRACE_");

  private KnownBeans() {}

  /**
   * The options of the JVM for it, if any.
   *
   * @param jar the unpacked runnable jar: without the class when Maven ran on an older JDK
   * @param user the environment of the user, which each service inherits
   */
  static List<String> options(Path jar, Map<String, String> user) {
    boolean asked =
        user.keySet().stream().anyMatch(name -> ASKING.stream().anyMatch(name::startsWith));
    return !asked && tells(jar) ? List.of("-Dspring.aot.enabled=true") : List.of();
  }

  private static boolean tells(Path jar) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream().anyMatch(entry -> entry.getName().endsWith(TELLER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
