package fi.lupa.verify.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Hashes of leaves and nodes, RFC 6962 section 2.1 (RFC 9162 section 2.1.1): the byte before the
 * data keeps a leaf from passing for a node. Not for use by several threads at once.
 */
public final class Hasher {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest digest = sha256();

  /** The root of a tree without leaves: the hash of nothing. */
  public Hash empty() {
    return Hash.owning(digest.digest());
  }

  /** The hash of an entry. */
  public Hash leaf(byte[] entry) {
    return leaf(entry, 0, entry.length);
  }

  /** The hash of the entry that stands from an offset on, so many bytes long. */
  public Hash leaf(byte[] bytes, int offset, int length) {
    digest.update(LEAF);
    digest.update(bytes, offset, length);
    return Hash.owning(digest.digest());
  }

  /** The hash of two subtrees, the left one and the right one. */
  public Hash node(Hash left, Hash right) {
    digest.update(NODE);
    left.into(digest);
    right.into(digest);
    return Hash.owning(digest.digest());
  }

  /** The hash of parts one after another, for what isn't of the tree. */
  public Hash hash(byte[]... parts) {
    for (byte[] part : parts) {
      digest.update(part);
    }
    return Hash.owning(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
