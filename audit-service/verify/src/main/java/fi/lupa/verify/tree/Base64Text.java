package fi.lupa.verify.tree;

import java.util.Base64;

/**
 * Base64 of RFC 4648 section 4, in the one form each byte string has: what the JDK's decoder lets
 * pass (missing padding, stray last bits) would give one proof several texts.
 */
public final class Base64Text {
  private Base64Text() {}

  /** The text of the bytes. */
  public static String of(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * The bytes of a text.
   *
   * @throws Malformed when it isn't the text of any
   */
  public static byte[] bytes(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw new Malformed("not Base64");
    }
    if (!of(bytes).equals(text)) {
      throw new Malformed("not Base64 in its one form");
    }
    return bytes;
  }
}
