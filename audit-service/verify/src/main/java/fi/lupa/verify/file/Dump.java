package fi.lupa.verify.file;

import fi.lupa.verify.leaf.Kept;
import fi.lupa.verify.leaf.Payload;
import fi.lupa.verify.leaf.Payloads;
import fi.lupa.verify.leaf.Salt;
import fi.lupa.verify.tree.Base64Text;
import fi.lupa.verify.tree.Malformed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The operator's dump of payloads: a line that says of how many entries, {@code {"size":9}}, then a
 * line of JSON per event, in the log's order, each beginning with the entry's place, {@code
 * {"index":7,}, or with {@code {"index":null,} when no entry has it.
 */
public final class Dump implements Payloads, AutoCloseable {
  private static final String START = "{\"index\":";

  /** Bytes that the start with its number and comma has at most. */
  private static final int LONGEST = START.length() + 20;

  private final Lines lines;
  private final long size;
  private byte @Nullable [] line;
  private long index;

  private Dump(Lines lines) throws IOException {
    this.lines = lines;
    this.size = size(lines.next());
    advance();
  }

  /** Opens the file. */
  public static Dump open(Path file) throws IOException {
    return new Dump(new Lines(Files.newInputStream(file)));
  }

  @Override
  public Optional<Function<UUID, Kept>> of(long wanted) {
    byte[] found = line;
    if (found == null || index != wanted) {
      return Optional.empty();
    }
    advance();
    return Optional.of(event -> kept(text(found), event));
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public long unlogged() {
    long left = 0;
    for (; line != null; advance()) {
      left++;
    }
    return left;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private void advance() {
    try {
      line = lines.next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    index = line == null ? -1 : index(line);
  }

  private static long size(byte @Nullable [] line) {
    if (line == null) {
      throw new Malformed("a dump begins with its size");
    }
    return new Members(Json.object(text(line))).number("size");
  }

  private static long index(byte[] line) {
    String start = new String(line, 0, Math.min(line.length, LONGEST), StandardCharsets.UTF_8);
    int end = start.indexOf(',');
    if (!start.startsWith(START) || end < 0) {
      throw new Malformed("a line of a dump begins with the entry's index");
    }
    String index = start.substring(START.length(), end);
    return index.equals("null") ? -1 : Long.parseLong(index);
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }

  private static Kept kept(String line, UUID event) {
    Members members = new Members(Json.object(line));
    if (!members.text("event").equals(event.toString())) {
      throw new Malformed("another event's payload");
    }
    byte[] salts = Base64Text.bytes(members.text("salts"));
    return new Kept(
        new Payload(
            members.text("type"),
            members.text("data").getBytes(StandardCharsets.UTF_8),
            Salt.in(salts, 0),
            Salt.in(salts, 1)),
        members.texts("clients"));
  }
}
