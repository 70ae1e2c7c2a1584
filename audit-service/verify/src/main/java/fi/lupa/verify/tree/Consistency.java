package fi.lupa.verify.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * That a later tree begins with all of an earlier one: nothing changed, taken away or put between.
 * RFC 9162 section 2.1.4 (RFC 6962 section 2.1.2).
 */
public final class Consistency {
  private Consistency() {}

  /**
   * The path that proves it of the trees of the first {@code earlier} and {@code later} leaves;
   * empty when the earlier one is empty or they are the same.
   *
   * @throws IllegalArgumentException when the later tree is smaller than the earlier one
   */
  public static List<Hash> prove(Nodes nodes, long earlier, long later, Hasher hasher) {
    if (earlier < 0 || earlier > later) {
      throw new IllegalArgumentException("the later tree is the smaller one");
    }
    if (earlier == 0 || earlier == later) {
      return List.of();
    }
    Subtree subtree = new Subtree(nodes, hasher);
    List<Hash> path = new ArrayList<>();
    long start = 0;
    long end = later;
    while (end != earlier) {
      long middle = start + Subtree.split(end - start);
      if (earlier <= middle) {
        path.add(subtree.root(middle, end));
        end = middle;
      } else {
        path.add(subtree.root(start, middle));
        start = middle;
      }
    }
    if (start > 0) {
      // the end of the earlier tree is no subtree from the first leaf on: its reader can't know it
      path.add(subtree.root(start, end));
    }
    return List.copyOf(path.reversed());
  }

  /**
   * Whether a path proves that the later tree, so big and with that root, begins with the other.
   */
  public static boolean holds(
      long earlier, Hash earlierRoot, long later, Hash laterRoot, List<Hash> path, Hasher hasher) {
    if (earlier < 0 || earlier > later) {
      return false;
    }
    if (earlier == later) {
      return path.isEmpty() && earlierRoot.equals(laterRoot);
    }
    if (earlier == 0) {
      return path.isEmpty() && earlierRoot.equals(hasher.empty());
    }
    return climbs(earlier, earlierRoot, later, laterRoot, path, hasher);
  }

  private static boolean climbs(
      long earlier, Hash earlierRoot, long later, Hash laterRoot, List<Hash> path, Hasher hasher) {
    int whole = Long.numberOfTrailingZeros(earlier);
    long at = (earlier - 1) >> whole;
    long last = (later - 1) >> whole;
    boolean known = Long.bitCount(earlier) == 1;
    if (path.isEmpty() && !known) {
      return false;
    }
    Hash before = known ? earlierRoot : path.getFirst();
    Hash after = before;
    for (Hash other : known ? path : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        before = hasher.node(other, before);
        after = hasher.node(other, after);
        int climb = Long.numberOfTrailingZeros(at);
        at >>= climb;
        last >>= climb;
      } else {
        after = hasher.node(after, other);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && before.equals(earlierRoot) && after.equals(laterRoot);
  }
}
