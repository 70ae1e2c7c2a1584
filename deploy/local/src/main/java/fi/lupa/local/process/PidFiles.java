package fi.lupa.local.process;

import fi.lupa.local.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files {@code run/<name>.pid} that say which process is which part. They outlive the launcher:
 * whoever comes next finds by them what still runs.
 *
 * @param folder where they are
 */
public record PidFiles(Path folder) {

  private static final String SUFFIX = ".pid";
  private static final String ASIDE = ".stopping";

  /** Those of a home. */
  public static PidFiles of(Home home) {
    return new PidFiles(home.run());
  }

  /** The process last written for a name, dead or alive. */
  public Optional<Pid> read(String name) {
    try {
      String[] words = Files.readString(file(name)).trim().split(" ", -1);
      return Optional.of(new Pid(Long.parseLong(words[0]), Long.parseLong(words[1])));
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException none) {
      return Optional.empty();
    }
  }

  /** The living process of a name. */
  public Optional<Pid> running(String name) {
    return read(name).filter(Pid::isAlive);
  }

  /** All names that have a file, with their processes. */
  public SortedMap<String, Pid> all() {
    var all = new TreeMap<String, Pid>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .forEach(name -> read(name).ifPresent(pid -> all.put(name, pid)));
    } catch (IOException none) {
      return all;
    }
    return all;
  }

  /** Writes a name's process. */
  public void write(String name, Pid pid) {
    try {
      Path draft = Files.createTempFile(folder, name, ".tmp");
      Files.writeString(draft, pid.number() + " " + pid.began() + "\n");
      Files.move(draft, file(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Renames a process that is about to be stopped: whoever watches its name no longer takes its end
   * for an accident, and it is still found if the stopping is cut.
   *
   * @return the name it has now
   */
  public String setAside(String name) {
    String aside = name.endsWith(ASIDE) ? name : name + ASIDE;
    try {
      Files.move(file(name), file(aside), StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException nothingToStop) {
      return aside;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return aside;
  }

  /** Forgets a name: from now on it is stopped on purpose, not dead. */
  public void delete(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name + SUFFIX);
  }
}
