package fi.lupa.verify.tile;

import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Malformed;
import fi.lupa.verify.tree.Nodes;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of up to 256 neighbouring hashes of one level of the tree, as it lies in one file; each is
 * the root of {@code 256^level} leaves. At level 0 the entries themselves lie alike, in a file
 * beside it.
 *
 * @param level 0 to 7: higher ones would take more leaves than there are numbers
 * @param index the tile's place on its level, the first one being 0
 * @param width how many hashes it holds, 1 to 256; only the last tile of a level has less than 256
 */
public record Tile(int level, long index, int width) {
  /** How many hashes a full tile holds. */
  public static final int FULL = 256;

  /** The levels of the tree that one tile spans. */
  public static final int HEIGHT = 8;

  private static final int LEVELS = 8;
  private static final int GROUP = 1000;

  /** Checks the bounds. */
  public Tile {
    if (level < 0 || level >= LEVELS || index < 0 || width < 1 || width > FULL) {
      throw new Malformed("no such tile");
    }
  }

  /** The tile at a place of a tree of that size; as wide as the tree makes it. */
  public static Tile of(int level, long index, long size) {
    return new Tile(level, index, Math.clamp(hashes(level, size) - index * FULL, 0, FULL));
  }

  /** All tiles that a tree has and a smaller one, with so many leaves, hadn't or had narrower. */
  public static List<Tile> added(long from, long size) {
    List<Tile> tiles = new ArrayList<>();
    for (int level = 0; level < LEVELS && hashes(level, size) > 0; level++) {
      long to = hashes(level, size);
      for (long index = hashes(level, from) / FULL; index * FULL < to; index++) {
        Tile tile = of(level, index, size);
        if (index * FULL + tile.width > hashes(level, from)) {
          tiles.add(tile);
        }
      }
    }
    return tiles;
  }

  /** How many hashes a level holds in a tree of that size. */
  static long hashes(int level, long size) {
    return size >> (HEIGHT * level);
  }

  /** Its hashes in a row, as its file holds them. */
  public byte[] hashes(Nodes nodes) {
    byte[] row = new byte[width * Hash.BYTES];
    for (int place = 0; place < width; place++) {
      nodes.node(HEIGHT * level, index * FULL + place).into(row, place);
    }
    return row;
  }

  /** Where its hashes lie, such as {@code tile/0/x001/x234/067.p/12}. */
  public String path() {
    return "tile/" + level + "/" + place();
  }

  /** Where the entries of a tile of level 0 lie, such as {@code tile/entries/x001/x234/067}. */
  public String entriesPath() {
    if (level != 0) {
      throw new Malformed("entries lie beside tiles of level 0");
    }
    return "tile/entries/" + place();
  }

  private String place() {
    StringBuilder place = new StringBuilder("%03d".formatted(index % GROUP));
    for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
      place.insert(0, "x%03d/".formatted(rest % GROUP));
    }
    return width == FULL ? place.toString() : place.append(".p/").append(width).toString();
  }
}
