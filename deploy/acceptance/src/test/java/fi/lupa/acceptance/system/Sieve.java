package fi.lupa.acceptance.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

  private final Map<Long, List<byte[]>> byPrefix = new HashMap<>();

  /** Looks for these, each of at least eight bytes. */
  public Sieve(Collection<String> texts) {
    for (String text : texts) {
      byte[] bytes = text.getBytes(UTF_8);
      if (bytes.length < PREFIX) {
        throw new IllegalArgumentException("too short to look for");
      }
      byPrefix.computeIfAbsent(prefix(bytes, 0), p -> new ArrayList<>()).add(bytes);
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
      List<byte[]> candidates = byPrefix.get(prefix);
      if (candidates != null) {
        for (byte[] text : candidates) {
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
