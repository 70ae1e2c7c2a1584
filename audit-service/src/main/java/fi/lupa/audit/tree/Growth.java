package fi.lupa.audit.tree;

import fi.lupa.verify.tile.Tile;
import fi.lupa.verify.tree.Frontier;
import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of the tree with more leaves.
 *
 * @param nodes those of the upper tiles that have become complete
 */
record Growth(StoredTree tree, List<Node> nodes) {

  /** The tree so far: how many leaves, and the roots that {@link Frontier#roots} gave. */
  record StoredTree(long size, byte[] roots) {

    Frontier frontier(Hasher hasher) {
      return Frontier.of(size, roots, hasher);
    }
  }

  /** A node; the leaves are level 0. */
  record Node(int level, long index, Hash hash) {}

  static Growth of(StoredTree tree, List<Hash> leaves) {
    Frontier frontier = tree.frontier(new Hasher());
    List<Node> nodes = new ArrayList<>();
    for (Hash leaf : leaves) {
      frontier.append(
          leaf,
          (level, index, hash) -> {
            if (level > 0 && level % Tile.HEIGHT == 0) {
              nodes.add(new Node(level / Tile.HEIGHT, index, hash));
            }
          });
    }
    return new Growth(new StoredTree(frontier.size(), frontier.roots()), nodes);
  }
}
