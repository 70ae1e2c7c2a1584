package fi.lupa.verify.tree;

/** Where the hashes of a tree's complete subtrees are read from: memory, a database, tiles. */
@FunctionalInterface
public interface Nodes {
  /**
   * The root of the leaves from {@code index << level} up to, not including, {@code (index + 1) <<
   * level}: level 0 are the leaves' own hashes. Only asked for where the tree has all these leaves.
   */
  Hash node(int level, long index);
}
