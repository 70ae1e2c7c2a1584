package fi.lupa.verify.tile;

import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import fi.lupa.verify.tree.Malformed;
import fi.lupa.verify.tree.Nodes;
import java.util.function.Function;

/**
 * Reads the nodes of a tree from its tiles. What it reads is not verified here: a proof made from
 * wrong tiles doesn't hold, and that is where it shows.
 */
public final class TileNodes implements Nodes {
  private final long size;
  private final Hasher hasher;
  private final Function<Tile, byte[]> tiles;

  /** The tree of the first {@code size} leaves; {@code tiles} gives a tile's hashes in a row. */
  public TileNodes(long size, Hasher hasher, Function<Tile, byte[]> tiles) {
    this.size = size;
    this.hasher = hasher;
    this.tiles = tiles;
  }

  @Override
  public Hash node(int level, long index) {
    int above = level % Tile.HEIGHT;
    int tileLevel = level / Tile.HEIGHT;
    long first = index << above;
    Tile tile = Tile.of(tileLevel, first / Tile.FULL, size);
    byte[] row = tiles.apply(tile);
    if (row.length != tile.width() * Hash.BYTES) {
      throw new Malformed("a tile is as long as its hashes");
    }
    return root(row, (int) (first % Tile.FULL), 1 << above);
  }

  private Hash root(byte[] row, int first, int count) {
    if (count == 1) {
      return Hash.in(row, first);
    }
    int half = count / 2;
    return hasher.node(root(row, first, half), root(row, first + half, half));
  }
}
