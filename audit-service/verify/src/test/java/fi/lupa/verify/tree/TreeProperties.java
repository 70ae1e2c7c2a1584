package fi.lupa.verify.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds in trees of any size. */
class TreeProperties {
  private static final int MOST = 3_000;
  private static final List<Hash> LEAVES = Trees.leaves(Trees.entries(MOST));
  private static final Nodes NODES = Trees.nodes(LEAVES);
  private final Hasher hasher = new Hasher();

  @Property(tries = 200)
  void aTreeGrowsToTheDefinitionsRoot(@ForAll @IntRange(max = MOST) int size) {
    assertThat(Frontier.of(NODES, size, hasher).root()).isEqualTo(root(size));
  }

  @Property(tries = 100)
  void aTreeTakenUpAgainGrowsOnTheSame(
      @ForAll @IntRange(max = MOST) int from, @ForAll @IntRange(max = 300) int more) {
    int to = Math.min(MOST, from + more);
    Frontier frontier = Frontier.of(NODES, from, hasher);
    for (Hash leaf : LEAVES.subList(from, to)) {
      frontier.append(
          leaf, (level, index, hash) -> assertThat(hash).isEqualTo(NODES.node(level, index)));
    }

    assertThat(frontier.size()).isEqualTo(to);
    assertThat(frontier.root()).isEqualTo(root(to));
  }

  @Property(tries = 500)
  void aProofHoldsAndWithOneBitChangedDoesNot(
      @ForAll @IntRange(min = 2, max = MOST) int size,
      @ForAll @IntRange(max = MOST) int any,
      @ForAll @IntRange(max = 255) int bit) {
    int index = any % size;
    List<Hash> path = Inclusion.prove(NODES, index, size, hasher);
    List<Hash> changed = Trees.changed(path, any % path.size(), bit / 8, 1 << (bit % 8));

    assertThat(Inclusion.holds(LEAVES.get(index), index, size, root(size), path, hasher)).isTrue();
    assertThat(Inclusion.holds(LEAVES.get(index), index, size, root(size), changed, hasher))
        .isFalse();
  }

  @Property(tries = 500)
  void anyTwoTreesAreConsistentAndWithOneBitChangedAreNot(
      @ForAll @IntRange(min = 2, max = MOST) int later,
      @ForAll @IntRange(max = MOST) int any,
      @ForAll @IntRange(max = 255) int bit) {
    int earlier = 1 + any % (later - 1);
    List<Hash> path = Consistency.prove(NODES, earlier, later, hasher);
    List<Hash> changed = Trees.changed(path, any % path.size(), bit / 8, 1 << (bit % 8));

    assertThat(Consistency.holds(earlier, root(earlier), later, root(later), path, hasher))
        .isTrue();
    assertThat(Consistency.holds(earlier, root(earlier), later, root(later), changed, hasher))
        .isFalse();
  }

  private static Hash root(int size) {
    return Trees.root(LEAVES.subList(0, size));
  }
}
