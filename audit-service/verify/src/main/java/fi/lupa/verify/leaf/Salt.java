package fi.lupa.verify.leaf;

import fi.lupa.verify.tree.Base64Text;
import fi.lupa.verify.tree.Malformed;
import java.security.SecureRandom;
import java.util.Arrays;

/** 32 random bytes that are kept with an event's payload and cleared with it. */
public final class Salt {
  /** How many bytes a salt has. */
  public static final int BYTES = 32;

  private final byte[] bytes;

  private Salt(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A new salt. */
  public static Salt random(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Salt(bytes);
  }

  /**
   * The salt of these bytes.
   *
   * @throws Malformed when there aren't 32 of them
   */
  public static Salt of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new Malformed("a salt has 32 bytes");
    }
    return new Salt(bytes.clone());
  }

  /** Its bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Salt salt && Arrays.equals(bytes, salt.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** In Base64. */
  @Override
  public String toString() {
    return Base64Text.of(bytes);
  }
}
