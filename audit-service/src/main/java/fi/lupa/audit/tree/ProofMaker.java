package fi.lupa.audit.tree;

import fi.lupa.verify.tile.Tile;
import fi.lupa.verify.tile.TileNodes;
import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import fi.lupa.verify.tree.Nodes;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes proofs from the tiles that they need: what is to be proved is gone through twice, the first
 * time only to learn which tiles those are.
 */
@Component
class ProofMaker {
  private final TileStore tiles;

  ProofMaker(TileStore tiles) {
    this.tiles = tiles;
  }

  /** What a function makes of the nodes of the tree of that size. */
  <T> Mono<T> make(long size, Function<Nodes, T> proof) {
    Set<Tile> needed = new HashSet<>();
    var unused = proof.apply(new TileNodes(size, new Hasher(), tile -> noted(tile, needed)));
    return needed.isEmpty()
        ? Mono.fromSupplier(() -> proof.apply(nodes(size, Map.of())))
        : tiles.hashes(needed).map(rows -> proof.apply(nodes(size, rows)));
  }

  private static byte[] noted(Tile tile, Set<Tile> needed) {
    needed.add(tile);
    return new byte[tile.width() * Hash.BYTES];
  }

  private static Nodes nodes(long size, Map<Tile, byte[]> rows) {
    return new TileNodes(size, new Hasher(), tile -> rows.getOrDefault(tile, new byte[0]));
  }
}
