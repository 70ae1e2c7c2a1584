package fi.lupa.verify.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads a file's lines as bytes: who reads one makes them a text, and that may be any thread. */
final class Lines implements AutoCloseable {
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private int at;
  private int filled;

  Lines(InputStream in) {
    this.in = in;
  }

  /** The next line without its newline; null when there is none. */
  byte @Nullable [] next() throws IOException {
    begun.reset();
    while (at < filled || fill()) {
      int end = at;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      begun.write(buffer, at, end - at);
      at = end + 1;
      if (end < filled) {
        return begun.toByteArray();
      }
    }
    return begun.size() == 0 ? null : begun.toByteArray();
  }

  private boolean fill() throws IOException {
    filled = in.read(buffer);
    at = 0;
    return filled > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
