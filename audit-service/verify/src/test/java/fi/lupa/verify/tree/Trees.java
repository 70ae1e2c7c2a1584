package fi.lupa.verify.tree;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Trees in memory, and the definition of RFC 6962 section 2.1 to hold them against. */
public final class Trees {
  /** Where a node is. */
  private record Place(int level, long index) {}

  private Trees() {}

  public static List<byte[]> entries(long count) {
    return LongStream.range(0, count)
        .mapToObj(n -> ("entry " + n).getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  public static List<Hash> leaves(List<byte[]> entries) {
    Hasher hasher = new Hasher();
    return entries.stream().map(hasher::leaf).toList();
  }

  /** All nodes of a tree; fails when asked for one that the tree hasn't. */
  public static Nodes nodes(List<Hash> leaves) {
    Map<Place, Hash> nodes = new HashMap<>();
    Frontier frontier = new Frontier(new Hasher());
    for (Hash leaf : leaves) {
      frontier.append(leaf, (level, index, hash) -> nodes.put(new Place(level, index), hash));
    }
    return (level, index) -> {
      Hash node = nodes.get(new Place(level, index));
      if (node == null) {
        throw new AssertionError("asked for a node that the tree hasn't");
      }
      return node;
    };
  }

  /** MTH(D[n]) word by word. */
  public static Hash root(List<Hash> leaves) {
    int n = leaves.size();
    if (n == 0) {
      return new Hasher().empty();
    }
    if (n == 1) {
      return leaves.getFirst();
    }
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return new Hasher().node(root(leaves.subList(0, k)), root(leaves.subList(k, n)));
  }

  /** The hash with one byte changed. */
  static Hash changed(Hash hash, int at, int by) {
    byte[] bytes = hash.bytes();
    bytes[at] ^= (byte) by;
    return Hash.of(bytes);
  }

  /** The path with one hash changed in one byte. */
  static List<Hash> changed(List<Hash> path, int which, int at, int by) {
    Hash[] hashes = path.toArray(new Hash[0]);
    hashes[which] = changed(hashes[which], at, by);
    return List.of(hashes);
  }
}
