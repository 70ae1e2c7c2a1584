package fi.lupa.verify.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fi.lupa.verify.tree.Consistency;
import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import fi.lupa.verify.tree.Inclusion;
import fi.lupa.verify.tree.Malformed;
import fi.lupa.verify.tree.Nodes;
import fi.lupa.verify.tree.Trees;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tree read from its tiles proves what the tree itself proves. */
class TileNodesTest {
  private static final int SIZE = 66_000;
  private static final List<Hash> LEAVES = Trees.leaves(Trees.entries(SIZE));
  private static final Nodes TREE = Trees.nodes(LEAVES);
  private final Hasher hasher = new Hasher();
  private final Nodes tiles = new TileNodes(SIZE, hasher, tile -> tile.hashes(TREE));

  @Test
  void provesWhatTheTreeProves() {
    for (int at = 0; at < SIZE; at += 997) {
      assertThat(Inclusion.prove(tiles, at, SIZE, hasher))
          .isEqualTo(Inclusion.prove(TREE, at, SIZE, hasher));
      assertThat(Consistency.prove(tiles, at, SIZE, hasher))
          .isEqualTo(Consistency.prove(TREE, at, SIZE, hasher));
    }
  }

  @Test
  void hasEveryNode() {
    for (int level = 0; SIZE >> level > 0; level++) {
      for (long index = 0; index < SIZE >> level; index += 1 + (SIZE >> level) / 50) {
        assertThat(tiles.node(level, index)).isEqualTo(TREE.node(level, index));
      }
    }
  }

  @Test
  void aTileOfAnotherLengthIsRefused() {
    Nodes cut = new TileNodes(SIZE, hasher, tile -> new byte[Hash.BYTES * tile.width() - 1]);
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> cut.node(0, 0));
  }
}
