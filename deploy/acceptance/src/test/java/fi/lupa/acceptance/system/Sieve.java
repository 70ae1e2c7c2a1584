package fi.lupa.acceptance.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks for many texts in bytes at once, by the hash of their first characters. */
public final class Sieve {
  private static final int PREFIX = 8;
  private static final int BITS = 16;
  private static final byte[] ZEROS = new byte[1 << 16];

  private final Map<Long, List<byte[]>> byPrefix = new HashMap<>();

  /** Which beginnings are in the map, roughly: asking the map for each byte takes twice as long. */
  private final BitSet roughly = new BitSet(1 << BITS);

  /** Looks for these, each of at least eight bytes. */
  public Sieve(Collection<String> texts) {
    for (String text : texts) {
      byte[] bytes = text.getBytes(UTF_8);
      if (bytes.length < PREFIX) {
        throw new IllegalArgumentException("too short to look for");
      }
      long prefix = prefix(bytes, 0);
      byPrefix.computeIfAbsent(prefix, p -> new ArrayList<>()).add(bytes);
      roughly.set(hash(prefix));
    }
  }

  /** Looks for these also as PostgreSQL prints bytes. */
  public static Sieve alsoInHex(Set<String> texts) {
    var all = new TreeSet<>(texts);
    texts.forEach(text -> all.add(HexFormat.of().formatHex(text.getBytes(UTF_8))));
    return new Sieve(all);
  }

  /** What was found, as "file: text". */
  public Set<String> foundIn(Collection<Path> files) {
    var found = new TreeSet<String>();
    for (Path file : files) {
      foundIn(read(file)).forEach(text -> found.add(file + ": " + text));
    }
    return found;
  }

  /** What was found in some bytes. */
  public Set<String> foundIn(byte[] bytes) {
    var found = new TreeSet<String>();
    if (bytes.length < PREFIX) {
      return found;
    }
    long prefix = prefix(bytes, 0);
    for (int at = 0; ; at++) {
      if (prefix == 0) {
        at += zerosFrom(bytes, at + PREFIX);
      }
      if (roughly.get(hash(prefix))) {
        for (byte[] text : byPrefix.getOrDefault(prefix, List.of())) {
          if (isAt(bytes, at, text)) {
            found.add(new String(text, UTF_8));
          }
        }
      }
      if (at + PREFIX >= bytes.length) {
        return found;
      }
      prefix = prefix << Byte.SIZE | bytes[at + PREFIX] & 0xFF;
    }
  }

  /** How many zeros follow: most of Kafka's files, which are made long before they are filled. */
  private static int zerosFrom(byte[] bytes, int from) {
    int to = Math.min(bytes.length, from + ZEROS.length);
    int other = Arrays.mismatch(bytes, from, to, ZEROS, 0, to - from);
    return other < 0 ? to - from : other;
  }

  private static int hash(long prefix) {
    return (int) (prefix * 0x9E3779B97F4A7C15L >>> Long.SIZE - BITS);
  }

  private static boolean isAt(byte[] bytes, int at, byte[] text) {
    return at + text.length <= bytes.length
        && Arrays.equals(bytes, at, at + text.length, text, 0, text.length);
  }

  private static long prefix(byte[] bytes, int at) {
    long prefix = 0;
    for (int i = at; i < at + PREFIX; i++) {
      prefix = prefix << Byte.SIZE | bytes[i] & 0xFF;
    }
    return prefix;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException rotated) {
      return new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
