package fi.lupa.local.part;

import fi.lupa.local.home.Home;
import fi.lupa.local.process.Program;
import fi.lupa.local.process.Tool;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The making of a {@link StartCache}: a trial start beside the running program, and then what the
 * JVM makes of what it saw.
 */
public final class Training {

  private final StartCache cache;
  private final Map<String, String> environment;

  Training(StartCache cache, Map<String, String> environment) {
    this.cache = cache;
    this.environment = Map.copyOf(environment);
  }

  /** Makes it, output added to a log. False when it can't be made: the service starts without. */
  public boolean run(File log) {
    Path seen = cache.beside("seen");
    Path draft = cache.beside("draft");
    try {
      Files.createDirectories(cache.place().getParent());
      deleteOthers();
      boolean made =
          Tool.run(trial("-XX:AOTMode=record", "-XX:AOTConfiguration=" + seen), log)
              && Tool.run(
                  trial(
                      "-XX:AOTMode=create",
                      "-XX:AOTConfiguration=" + seen,
                      "-XX:AOTCache=" + draft),
                  log)
              && Files.exists(draft);
      if (made) {
        Files.move(draft, cache.file(), StandardCopyOption.ATOMIC_MOVE);
      }
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Home.delete(seen);
      Home.delete(draft);
    }
  }

  private Program trial(String... options) {
    return cache.trial(environment, List.of(options));
  }

  /** Those of another JDK or other options: each is some hundred megabytes. */
  private void deleteOthers() throws IOException {
    try (Stream<Path> files = Files.list(cache.file().resolveSibling(""))) {
      files.filter(file -> file.toString().endsWith(StartCache.SUFFIX)).forEach(Home::delete);
    }
  }
}
