package fi.lupa.verify.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published vectors, and the corruptions of them that the reference implementation tries. */
class VectorsTest {
  private static final List<Hash> LEAVES = Trees.leaves(Vectors.ENTRIES);
  private static final Hash SOME = Hash.of(new byte[Hash.BYTES]);
  private static final Hash EMPTY = Vectors.ROOTS.getFirst();
  private final Hasher hasher = new Hasher();

  static Stream<Vectors.Included> included() {
    return Vectors.INCLUDED.stream();
  }

  static Stream<Vectors.Consistent> consistent() {
    return Vectors.CONSISTENT.stream();
  }

  @Test
  void rootsAreThePublishedOnes() {
    assertThat(IntStream.rangeClosed(0, 8).mapToObj(n -> grown(n).root()).toList())
        .isEqualTo(Vectors.ROOTS);
  }

  @ParameterizedTest
  @MethodSource("included")
  void pathsAreThePublishedOnes(Vectors.Included vector) {
    assertThat(Inclusion.prove(Trees.nodes(LEAVES), vector.index(), vector.size(), hasher))
        .isEqualTo(vector.path());
    assertThat(holds(vector.index(), vector.size(), root(vector.size()), leaf(vector), vector))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("included")
  void corruptedPathsDoNotHold(Vectors.Included v) {
    Hash root = root(v.size());
    Hash leaf = leaf(v);

    assertThat(holds(v.index() - 1, v.size(), root, leaf, v)).isFalse();
    assertThat(holds(v.index() + 1, v.size(), root, leaf, v)).isFalse();
    assertThat(holds(v.index() ^ 2, v.size(), root, leaf, v)).isFalse();
    assertThat(holds(v.index(), v.size() * 2L, root, leaf, v)).isFalse();
    assertThat(holds(v.index(), v.size() / 2, root, leaf, v)).isFalse();
    assertThat(holds(v.index(), v.size(), root, SOME, v)).isFalse();
    assertThat(holds(v.index(), v.size(), EMPTY, leaf, v)).isFalse();
    assertThat(holds(v.index(), v.size(), SOME, leaf, v)).isFalse();
    for (List<Hash> path : corrupted(v.path(), root)) {
      assertThat(Inclusion.holds(leaf, v.index(), v.size(), root, path, hasher)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("consistent")
  void consistencyPathsAreThePublishedOnes(Vectors.Consistent v) {
    assertThat(Consistency.prove(Trees.nodes(LEAVES), v.earlier(), v.later(), hasher))
        .isEqualTo(v.path());
    assertThat(holds(v.earlier(), root(v.earlier()), v.later(), root(v.later()), v.path()))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("consistent")
  void corruptedConsistencyPathsDoNotHold(Vectors.Consistent v) {
    Hash before = root(v.earlier());
    Hash after = root(v.later());

    assertThat(holds(v.earlier() - 1, before, v.later(), after, v.path())).isFalse();
    assertThat(holds(v.earlier() + 1, before, v.later(), after, v.path())).isFalse();
    assertThat(holds(v.earlier() ^ 2, before, v.later(), after, v.path())).isFalse();
    assertThat(holds(v.earlier(), before, v.later() * 2L, after, v.path())).isFalse();
    assertThat(holds(v.earlier(), before, v.later() / 2, after, v.path())).isFalse();
    assertThat(holds(v.earlier(), SOME, v.later(), after, v.path())).isFalse();
    assertThat(holds(v.earlier(), before, v.later(), SOME, v.path())).isFalse();
    if (v.earlier() < v.later()) {
      assertThat(holds(v.earlier(), after, v.later(), before, v.path())).isFalse();
      assertThat(holds(v.earlier(), before, v.later(), after, List.of())).isFalse();
    }
    for (List<Hash> path : corrupted(v.path(), before)) {
      assertThat(holds(v.earlier(), before, v.later(), after, path)).isFalse();
    }
    for (List<Hash> path : corrupted(v.path(), after)) {
      assertThat(holds(v.earlier(), before, v.later(), after, path)).isFalse();
    }
  }

  @Test
  void treesOfNoAndOfEqualSizeAreConsistentByTheirRootsAlone() {
    Hash one = root(1);
    assertThat(holds(0, EMPTY, 0, EMPTY, List.of())).isTrue();
    assertThat(holds(0, EMPTY, 1, one, List.of())).isTrue();
    assertThat(holds(0, SOME, 1, one, List.of())).isFalse();
    assertThat(holds(0, EMPTY, 1, one, List.of(EMPTY))).isFalse();
    assertThat(holds(1, one, 1, SOME, List.of())).isFalse();
    assertThat(holds(1, one, 0, EMPTY, List.of())).isFalse();
    assertThat(holds(-1, one, 1, one, List.of())).isFalse();
    assertThat(holds(1, one, 2, root(2), List.of())).isFalse();
  }

  private static List<List<Hash>> corrupted(List<Hash> path, Hash root) {
    List<List<Hash>> all = new ArrayList<>();
    for (Hash extra : List.of(root, SOME, EMPTY)) {
      for (int at = 0; at <= path.size(); at++) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(at, extra);
        all.add(longer);
      }
    }
    for (int which = 0; which < path.size(); which++) {
      all.add(Trees.changed(path, which, 0, 8));
      all.add(Trees.changed(path, which, 0, 16));
      List<Hash> shorter = new ArrayList<>(path);
      shorter.remove(which);
      all.add(shorter);
    }
    return all;
  }

  private boolean holds(long index, long size, Hash root, Hash leaf, Vectors.Included vector) {
    return Inclusion.holds(leaf, index, size, root, vector.path(), hasher);
  }

  private boolean holds(long earlier, Hash before, long later, Hash after, List<Hash> path) {
    return Consistency.holds(earlier, before, later, after, path, hasher);
  }

  private static Hash leaf(Vectors.Included vector) {
    return LEAVES.get((int) vector.index());
  }

  private static Hash root(int size) {
    return Vectors.ROOTS.get(size);
  }

  private static Frontier grown(int size) {
    Frontier frontier = new Frontier(new Hasher());
    LEAVES.subList(0, size).forEach(leaf -> frontier.append(leaf, (level, index, hash) -> {}));
    return frontier;
  }
}
