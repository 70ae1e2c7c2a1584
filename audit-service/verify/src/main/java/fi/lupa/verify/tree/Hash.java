package fi.lupa.verify.tree;

import java.security.MessageDigest;
import java.util.Arrays;

/** A SHA-256 hash: 32 bytes, told in Base64. */
public final class Hash {
  /** How many bytes a hash has. */
  public static final int BYTES = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The hash of these bytes.
   *
   * @throws Malformed when there aren't 32 of them
   */
  public static Hash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new Malformed("a hash has 32 bytes");
    }
    return new Hash(bytes.clone());
  }

  /** The hash that stands at a place of a row of hashes, the first one being 0. */
  public static Hash in(byte[] row, int place) {
    return new Hash(Arrays.copyOfRange(row, place * BYTES, (place + 1) * BYTES));
  }

  /**
   * The hash that a Base64 text tells.
   *
   * @throws Malformed when it tells none
   */
  public static Hash parse(String base64) {
    return of(Base64Text.bytes(base64));
  }

  /** Takes a digest without copying it: for who has just made it. */
  static Hash owning(byte[] digest) {
    return new Hash(digest);
  }

  /** Its bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  void into(MessageDigest digest) {
    digest.update(bytes);
  }

  /** Writes its bytes to a place of a row of hashes. */
  public void into(byte[] row, int place) {
    System.arraycopy(bytes, 0, row, place * BYTES, BYTES);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return Base64Text.of(bytes);
  }
}
