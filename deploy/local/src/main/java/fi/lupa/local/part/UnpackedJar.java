package fi.lupa.local.part;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.home.Home;
import fi.lupa.local.process.Java;
import fi.lupa.local.process.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** A Spring Boot jar taken apart: it starts faster so. Kept until the jar changes. */
final class UnpackedJar {

  private UnpackedJar() {}

  /**
   * The plain runnable jar that came out of a Spring Boot jar.
   *
   * @param jar the Spring Boot jar
   * @param folder where its unpacked versions are kept
   * @throws Failure when the jar isn't there or can't be unpacked
   */
  static synchronized Path of(Path jar, Path folder) {
    if (!Files.exists(jar)) {
      throw new Failure(
          ExitCode.BUILD, "There is no " + jar + " yet: build it with ./mvnw package.");
    }
    Path unpacked = unpacked(jar, folder);
    if (!Files.exists(unpacked)) {
      Home.delete(folder);
      unpack(jar, unpacked.resolveSibling(""));
    }
    return unpacked;
  }

  /** The same when it has been unpacked already; empty when not. */
  static Optional<Path> kept(Path jar, Path folder) {
    return Optional.of(jar)
        .filter(Files::exists)
        .map(there -> unpacked(there, folder))
        .filter(Files::exists);
  }

  private static Path unpacked(Path jar, Path folder) {
    return folder.resolve(fingerprint(jar)).resolve(jar.getFileName());
  }

  private static void unpack(Path jar, Path version) {
    Path draft = version.resolveSibling("draft");
    try {
      Files.createDirectories(draft.getParent());
      List<String> extract =
          List.of(
              Java.program(),
              "-XX:TieredStopAtLevel=1",
              "-Djarmode=tools",
              "-jar",
              jar.toString(),
              "extract",
              "--destination",
              draft.toString());
      if (!Tool.run(extract)) {
        throw new Failure(ExitCode.BUILD, jar + " can't be unpacked: build it again.");
      }
      Files.move(draft, version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Tells two builds apart by their entries' checksums: a reproducible build gives its jars one and
   * the same time of change.
   */
  private static String fingerprint(Path jar) {
    try (ZipFile zip = new ZipFile(jar.toFile());
        Stream<String> entries =
            zip.stream().map(entry -> entry.getName() + " " + entry.getCrc() + "\n")) {
      return Fingerprint.of(entries.collect(Collectors.joining()));
    } catch (IOException e) {
      throw new Failure(ExitCode.BUILD, jar + " can't be read: build it again.", e);
    }
  }
}
