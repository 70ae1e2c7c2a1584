package fi.lupa.verify.tree;

/** The root of any run of leaves that RFC 6962 makes a subtree of. */
final class Subtree {
  private final Nodes nodes;
  private final Hasher hasher;

  Subtree(Nodes nodes, Hasher hasher) {
    this.nodes = nodes;
    this.hasher = hasher;
  }

  /** MTH(D[start:end]); {@code start} is a multiple of the largest power of two in the length. */
  Hash root(long start, long end) {
    long length = end - start;
    if (Long.bitCount(length) == 1) {
      int level = Long.numberOfTrailingZeros(length);
      return nodes.node(level, start >> level);
    }
    long middle = start + split(length);
    return hasher.node(root(start, middle), root(middle, end));
  }

  /** The k of RFC 6962: the largest power of two smaller than n, for n of at least two. */
  static long split(long n) {
    return Long.highestOneBit(n - 1);
  }
}
