package fi.lupa.audit.tree;

import fi.lupa.verify.leaf.Leaf;
import fi.lupa.verify.leaf.Payload;
import fi.lupa.verify.leaf.Salt;
import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * A leaf that has no place in the tree yet.
 *
 * @param salts both, in a row
 */
public record NewLeaf(Leaf.Logged leaf, Hash hash, byte[] salts) {
  private static final SecureRandom RANDOM = new SecureRandom();
  static final int SALTS = 2 * Salt.BYTES;

  /** Of which event. */
  public EventKey key() {
    return new EventKey(leaf.event(), leaf.time());
  }

  /** The leaves of these events, each under new salts. All that takes time is done here. */
  public static List<NewLeaf> of(List<NewEvent> events) {
    Hasher hasher = new Hasher();
    byte[] random = new byte[events.size() * SALTS];
    RANDOM.nextBytes(random);
    List<NewLeaf> leaves = new ArrayList<>(events.size());
    for (NewEvent event : events) {
      byte[] salts = new byte[SALTS];
      System.arraycopy(random, leaves.size() * SALTS, salts, 0, SALTS);
      leaves.add(of(event, salts, hasher));
    }
    return leaves;
  }

  private static NewLeaf of(NewEvent event, byte[] salts, Hasher hasher) {
    byte[] data = event.data().getBytes(StandardCharsets.UTF_8);
    Payload.Commitments commitments =
        new Payload(event.type(), data, Salt.in(salts, 0), Salt.in(salts, 1)).commitments(hasher);
    Leaf.Logged leaf =
        new Leaf.Logged(event.id(), event.time(), commitments.shown(), commitments.rest());
    return new NewLeaf(leaf, hasher.leaf(leaf.bytes()), salts);
  }
}
