package fi.lupa.verify.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every proof of every small tree, and every change of a single byte of it. */
class ProofsTest {
  private static final int SIZES = 300;
  private static final int SIZES_CHANGED = 20;
  private static final List<Hash> LEAVES = Trees.leaves(Trees.entries(SIZES));
  private static final Nodes NODES = Trees.nodes(LEAVES);
  private static final List<Hash> ROOTS =
      IntStream.rangeClosed(0, SIZES).mapToObj(n -> Trees.root(LEAVES.subList(0, n))).toList();
  private final Hasher hasher = new Hasher();

  @Test
  void everyLeafOfEveryTreeIsProvedThere() {
    for (int size = 1; size <= SIZES; size++) {
      for (int index = 0; index < size; index++) {
        List<Hash> path = Inclusion.prove(NODES, index, size, hasher);
        assertThat(Inclusion.holds(LEAVES.get(index), index, size, ROOTS.get(size), path, hasher))
            .isTrue();
      }
    }
  }

  @Test
  void everyTreeIsProvedToBeginWithEverySmallerOne() {
    for (int later = 0; later <= SIZES; later++) {
      for (int earlier = 0; earlier <= later; earlier++) {
        List<Hash> path = Consistency.prove(NODES, earlier, later, hasher);
        assertThat(holds(earlier, ROOTS.get(earlier), later, ROOTS.get(later), path)).isTrue();
      }
    }
  }

  @Test
  void aLeafIsProvedAtNoOtherPlaceAndInNoOtherTree() {
    for (int size = 1; size <= SIZES_CHANGED; size++) {
      for (int index = 0; index < size; index++) {
        List<Hash> path = Inclusion.prove(NODES, index, size, hasher);
        Hash root = ROOTS.get(size);
        for (int other = 0; other < size; other++) {
          assertThat(Inclusion.holds(LEAVES.get(index), other, size, root, path, hasher))
              .isEqualTo(other == index);
          assertThat(Inclusion.holds(LEAVES.get(other), index, size, root, path, hasher))
              .isEqualTo(other == index);
        }
        for (int other = 0; other <= SIZES_CHANGED; other++) {
          assertThat(
                  Inclusion.holds(LEAVES.get(index), index, size, ROOTS.get(other), path, hasher))
              .isEqualTo(other == size);
        }
      }
    }
  }

  @Test
  void noByteOfAnInclusionMayBeAnother() {
    for (int size = 1; size <= SIZES_CHANGED; size++) {
      for (int index = 0; index < size; index++) {
        Hash leaf = LEAVES.get(index);
        Hash root = ROOTS.get(size);
        List<Hash> path = Inclusion.prove(NODES, index, size, hasher);
        for (int at = 0; at < Hash.BYTES; at++) {
          int by = 1 << (at % 8);
          Hash otherLeaf = Trees.changed(leaf, at, by);
          Hash otherRoot = Trees.changed(root, at, by);
          assertThat(Inclusion.holds(otherLeaf, index, size, root, path, hasher)).isFalse();
          assertThat(Inclusion.holds(leaf, index, size, otherRoot, path, hasher)).isFalse();
          for (int which = 0; which < path.size(); which++) {
            List<Hash> other = Trees.changed(path, which, at, by);
            assertThat(Inclusion.holds(leaf, index, size, root, other, hasher)).isFalse();
          }
        }
      }
    }
  }

  @Test
  void noByteOfAConsistencyMayBeAnother() {
    for (int later = 1; later <= SIZES_CHANGED; later++) {
      for (int earlier = 0; earlier <= later; earlier++) {
        Hash before = ROOTS.get(earlier);
        Hash after = ROOTS.get(later);
        List<Hash> path = Consistency.prove(NODES, earlier, later, hasher);
        for (int at = 0; at < Hash.BYTES; at++) {
          int by = 1 << (at % 8);
          assertThat(holds(earlier, Trees.changed(before, at, by), later, after, path)).isFalse();
          // whatever a tree holds, it begins with nothing
          assertThat(holds(earlier, before, later, Trees.changed(after, at, by), path))
              .isEqualTo(earlier == 0);
          for (int which = 0; which < path.size(); which++) {
            List<Hash> other = Trees.changed(path, which, at, by);
            assertThat(holds(earlier, before, later, after, other)).isFalse();
          }
        }
      }
    }
  }

  @Test
  void aTreeThatBeginsOtherwiseIsNotConsistent() {
    for (int changed = 0; changed < 40; changed++) {
      List<byte[]> entries = new java.util.ArrayList<>(Trees.entries(64));
      entries.set(changed, new byte[] {1});
      List<Hash> leaves = Trees.leaves(entries);
      List<Hash> path = Consistency.prove(Trees.nodes(leaves), 40, 64, hasher);

      assertThat(holds(40, ROOTS.get(40), 64, Trees.root(leaves), path)).isFalse();
    }
  }

  @Test
  void whatATreeHasNotIsNotProved() {
    assertThatIllegalArgumentException().isThrownBy(() -> Inclusion.prove(NODES, 5, 5, hasher));
    assertThatIllegalArgumentException().isThrownBy(() -> Inclusion.prove(NODES, -1, 5, hasher));
    assertThatIllegalArgumentException().isThrownBy(() -> Consistency.prove(NODES, 6, 5, hasher));
    assertThatIllegalArgumentException().isThrownBy(() -> Consistency.prove(NODES, -1, 5, hasher));
  }

  private boolean holds(long earlier, Hash before, long later, Hash after, List<Hash> path) {
    return Consistency.holds(earlier, before, later, after, path, hasher);
  }
}
