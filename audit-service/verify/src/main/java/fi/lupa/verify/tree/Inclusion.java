package fi.lupa.verify.tree;

import java.util.ArrayList;
import java.util.List;

/** That an entry is in a tree: the audit path, RFC 9162 section 2.1.3 (RFC 6962 section 2.1.1). */
public final class Inclusion {
  private Inclusion() {}

  /**
   * The path that proves the leaf at {@code index} to be in the tree of the first {@code size}
   * leaves, from the leaf's sibling up.
   *
   * @throws IllegalArgumentException when that tree has no such leaf
   */
  public static List<Hash> prove(Nodes nodes, long index, long size, Hasher hasher) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no such leaf in this tree");
    }
    Subtree subtree = new Subtree(nodes, hasher);
    List<Hash> path = new ArrayList<>();
    long start = 0;
    long end = size;
    while (end - start > 1) {
      long middle = start + Subtree.split(end - start);
      if (index < middle) {
        path.add(subtree.root(middle, end));
        end = middle;
      } else {
        path.add(subtree.root(start, middle));
        start = middle;
      }
    }
    return List.copyOf(path.reversed());
  }

  /** Whether a path proves the leaf to stand at {@code index} in the tree of that size and root. */
  public static boolean holds(
      Hash leaf, long index, long size, Hash root, List<Hash> path, Hasher hasher) {
    if (index < 0 || index >= size) {
      return false;
    }
    long at = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash other : path) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        hash = hasher.node(other, hash);
        int climb = Long.numberOfTrailingZeros(at);
        at >>= climb;
        last >>= climb;
      } else {
        hash = hasher.node(hash, other);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }
}
