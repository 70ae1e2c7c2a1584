package fi.lupa.verify.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A tree that grows at its end and remembers no more than it needs for that: the roots of the
 * complete subtrees it consists of, one for each one bit of its size.
 */
public final class Frontier {
  private final Hasher hasher;
  private final List<Hash> roots;
  private long size;

  /** A tree without leaves. */
  public Frontier(Hasher hasher) {
    this(hasher, 0, List.of());
  }

  private Frontier(Hasher hasher, long size, List<Hash> roots) {
    this.hasher = hasher;
    this.size = size;
    this.roots = new ArrayList<>(roots);
  }

  /** The tree of the first {@code size} leaves, to be grown on. */
  public static Frontier of(Nodes nodes, long size, Hasher hasher) {
    List<Hash> roots = new ArrayList<>();
    long start = 0;
    for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
      int level = Long.numberOfTrailingZeros(Long.highestOneBit(rest));
      roots.add(nodes.node(level, start >> level));
      start += Long.highestOneBit(rest);
    }
    return new Frontier(hasher, size, roots);
  }

  /**
   * The tree of the first {@code size} leaves, from the roots that {@link #roots} gave, to be grown
   * on.
   *
   * @throws Malformed when there are more or fewer roots than one for each one bit of the size
   */
  public static Frontier of(long size, byte[] roots, Hasher hasher) {
    int count = Long.bitCount(size);
    if (size < 0 || roots.length != count * Hash.BYTES) {
      throw new Malformed("a tree has one root for each one bit of its size");
    }
    return new Frontier(
        hasher, size, IntStream.range(0, count).mapToObj(n -> Hash.in(roots, n)).toList());
  }

  /** The roots of its complete subtrees in a row, the widest first. */
  public byte[] roots() {
    byte[] row = new byte[roots.size() * Hash.BYTES];
    for (int place = 0; place < roots.size(); place++) {
      roots.get(place).into(row, place);
    }
    return row;
  }

  /** Who is told each node as it becomes complete, a leaf first, then all that it completes. */
  @FunctionalInterface
  public interface Grown {
    /** The node at a level and index, see {@link Nodes}. */
    void node(int level, long index, Hash hash);
  }

  /** Puts a leaf at the end. */
  public void append(Hash leaf, Grown grown) {
    Hash hash = leaf;
    int level = 0;
    grown.node(level, size, hash);
    for (long full = size; (full & 1) == 1; full >>= 1) {
      hash = hasher.node(roots.removeLast(), hash);
      level++;
      grown.node(level, size >> level, hash);
    }
    roots.add(hash);
    size++;
  }

  /** How many leaves it has. */
  public long size() {
    return size;
  }

  /** Its root. */
  public Hash root() {
    if (roots.isEmpty()) {
      return hasher.empty();
    }
    Hash root = roots.getLast();
    for (Hash left : roots.reversed().subList(1, roots.size())) {
      root = hasher.node(left, root);
    }
    return root;
  }
}
