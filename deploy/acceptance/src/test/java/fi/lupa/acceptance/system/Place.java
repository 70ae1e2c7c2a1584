package fi.lupa.acceptance.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Where a system lives.
 *
 * @param home its LUPA_HOME
 * @param port its LUPA_PORT, the gateway's
 */
public record Place(Path home, int port) {
  private static final int PORTS = 12;

  /** The repository's folder. */
  public static Path root() {
    String root = System.getProperty("lupa.root", "../..");
    return Path.of(root).toAbsolutePath().normalize();
  }

  /**
   * A folder of this module's target and twelve ports in a row that nobody listens on. They lie
   * below the ones that the operating system gives away by itself.
   */
  public static Place named(String name) {
    Path target = root().resolve("deploy/acceptance/target");
    Path home = target.resolve(name);
    sharePrograms(target, home);
    int port =
        ThreadLocalRandom.current()
            .ints(1700, 2650)
            .map(dozens -> dozens * PORTS)
            .filter(Place::allFree)
            .findFirst()
            .orElseThrow();
    return new Place(home, port);
  }

  /** Unpacking the jars takes time; all homes of the tests do it once. */
  private static void sharePrograms(Path target, Path home) {
    Path link = home.resolve("programs");
    try {
      Files.createDirectories(home);
      Files.createDirectories(target.resolve("programs"));
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, Path.of("../programs"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean allFree(int base) {
    return IntStream.range(base, base + PORTS).allMatch(Place::isFree);
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (java.net.BindException taken) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
