package fi.lupa.verify.leaf;

import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;

/**
 * An event as it came, byte for byte, and its salts. The log commits to it by its two {@link
 * Parts}, so that a client can be shown the first without the second. The commitments stand in the
 * log for ever; payload and salts may be cleared, and the log is verified as before.
 *
 * @param type the event's type
 */
public record Payload(String type, byte[] data, Salt shownSalt, Salt restSalt) {

  /** What the log holds of it. */
  public Commitments commitments(Hasher hasher) {
    return commitments(Parts.of(type, data), hasher);
  }

  /** The same, for who has the parts. */
  public Commitments commitments(Parts parts, Hasher hasher) {
    return new Commitments(
        shownSalt.commit(parts.shown(), hasher), restSalt.commit(parts.rest(), hasher));
  }

  /** The commitment to what the client may see, and the one to the rest. */
  public record Commitments(Hash shown, Hash rest) {}
}
