package fi.lupa.verify.leaf;

import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import java.nio.charset.StandardCharsets;

/**
 * An event as it came, byte for byte, and its salt. The commitment to both stands in the log for
 * ever: it tells nothing of the event to who hasn't both, even of one that could be guessed, and no
 * other bytes have it. So both may be cleared, and the log is verified as before.
 */
public record Payload(Salt salt, byte[] data) {
  private static final byte[] WHAT = "lupa commitment v1\n".getBytes(StandardCharsets.US_ASCII);

  /** SHA-256 over a fixed text, the salt and the data. */
  public Hash commitment(Hasher hasher) {
    return hasher.hash(WHAT, salt.bytes(), data);
  }
}
