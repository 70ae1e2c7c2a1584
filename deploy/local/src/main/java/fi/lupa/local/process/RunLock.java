package fi.lupa.local.process;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;

/**
 * Lets one launcher at a time start or end parts of a home. The operating system frees it when its
 * holder dies, however it dies.
 */
public final class RunLock implements AutoCloseable {

  private final FileLock lock;

  private RunLock(FileLock lock) {
    this.lock = lock;
  }

  /**
   * Takes the lock.
   *
   * @throws Failure when another launcher holds it
   */
  public static RunLock take(Home home) {
    try {
      FileLock lock = tryLock(home);
      if (lock == null) {
        throw new Failure(
            ExitCode.ALREADY_RUNNING,
            "Lupa is already running with its data in %s: stop it with ./lupa down, or give this one"
                    .formatted(home.folder())
                + " another LUPA_HOME and LUPA_PORT.");
      }
      return new RunLock(lock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileLock tryLock(Home home) throws IOException {
    FileChannel channel =
        FileChannel.open(
            home.run().resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return channel.tryLock();
  }

  @Override
  public void close() {
    try {
      lock.acquiredBy().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
