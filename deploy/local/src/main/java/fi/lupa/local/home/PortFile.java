package fi.lupa.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Remembers the port base of the last start. */
public final class PortFile {

  private PortFile() {}

  /** The port base of the last start, if there was one. */
  public static OptionalInt read(Home home) {
    try {
      return OptionalInt.of(Integer.parseInt(Files.readString(file(home)).trim()));
    } catch (IOException | NumberFormatException none) {
      return OptionalInt.empty();
    }
  }

  /** Remembers it. */
  public static void write(Setup setup) {
    try {
      Files.writeString(file(setup.home()), setup.port() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Home home) {
    return home.run().resolve("port");
  }
}
