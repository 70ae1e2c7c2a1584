package fi.lupa.verify.leaf;

import fi.lupa.verify.tree.Base64Text;
import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import fi.lupa.verify.tree.Malformed;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/** 32 random bytes that are kept with an event's payload and cleared with it. */
public final class Salt {
  /** How many bytes a salt has. */
  public static final int BYTES = 32;

  private static final byte[] WHAT = "lupa commitment v1\n".getBytes(StandardCharsets.US_ASCII);

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

  /** The salt that stands at a place of a row of salts, the first one being 0. */
  public static Salt in(byte[] row, int place) {
    if (row.length < (place + 1) * BYTES) {
      throw new Malformed("a salt has 32 bytes");
    }
    return new Salt(Arrays.copyOfRange(row, place * BYTES, (place + 1) * BYTES));
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

  /**
   * The commitment to data under this salt, SHA-256 over a fixed text, the salt and the data: it
   * tells nothing of the data to who hasn't the salt, even of data that could be guessed, and no
   * other bytes have it.
   */
  public Hash commit(byte[] data, Hasher hasher) {
    return hasher.hash(WHAT, bytes, data);
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
