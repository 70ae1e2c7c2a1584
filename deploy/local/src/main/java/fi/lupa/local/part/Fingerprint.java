package fi.lupa.local.part;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.zip.CRC32;

/** A short name for a long text, for files that are good only as long as it stays the same. */
public final class Fingerprint {

  private Fingerprint() {}

  /** Up to eight hexadecimal digits. */
  public static String of(String text) {
    var sum = new CRC32();
    sum.update(text.getBytes(UTF_8));
    return Long.toHexString(sum.getValue());
  }
}
