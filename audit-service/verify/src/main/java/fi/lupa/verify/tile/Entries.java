package fi.lupa.verify.tile;

import fi.lupa.verify.tree.Malformed;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The entries of one tile in one file: before each its length, two bytes, the higher one first. */
public final class Entries {
  /** The most bytes that an entry may have. */
  public static final int LONGEST = 0xffff;

  private Entries() {}

  /** The file that holds these entries. */
  public static byte[] bundle(List<byte[]> entries) {
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > LONGEST) {
        throw new Malformed("an entry has at most 65535 bytes");
      }
      bundle.write(entry.length >> 8);
      bundle.write(entry.length);
      bundle.writeBytes(entry);
    }
    return bundle.toByteArray();
  }

  /**
   * The entries that a file holds.
   *
   * @throws Malformed when it ends within one
   */
  public static List<byte[]> of(byte[] bundle) {
    List<byte[]> entries = new ArrayList<>();
    int at = 0;
    while (at < bundle.length) {
      int start = at + 2;
      int end = start > bundle.length ? start : start + length(bundle, at);
      if (end > bundle.length) {
        throw new Malformed("the file ends within an entry");
      }
      entries.add(Arrays.copyOfRange(bundle, start, end));
      at = end;
    }
    return entries;
  }

  private static int length(byte[] bundle, int at) {
    return (bundle[at] & 0xff) << 8 | (bundle[at + 1] & 0xff);
  }
}
