package fi.lupa.audit.tree;

import fi.lupa.verify.tile.Tile;
import fi.lupa.verify.tree.Malformed;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tile by its path of c2sp.org/tlog-tiles.
 *
 * @param entries whether the entries beside it are meant, not its hashes
 */
record TilePath(Tile tile, boolean entries) {
  private static final Pattern PATH =
      Pattern.compile("tile/(entries|[0-7])/((?:x[0-9]{3}/){0,3}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

  /** Empty when no tile has that path: each has one only. */
  static Optional<TilePath> parse(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean entries = matcher.group(1).equals("entries");
    int level = entries ? 0 : Integer.parseInt(matcher.group(1));
    long index = Long.parseLong(matcher.group(2).replaceAll("[x/]", ""));
    int width = matcher.group(3) == null ? Tile.FULL : Integer.parseInt(matcher.group(3));
    try {
      TilePath found = new TilePath(new Tile(level, index, width), entries);
      return found.text().equals(path) ? Optional.of(found) : Optional.empty();
    } catch (Malformed noTile) {
      return Optional.empty();
    }
  }

  /** Whether a tree of that size has all of it. */
  boolean isIn(long size) {
    return tile.index() * Tile.FULL + tile.width() <= size >> (Tile.HEIGHT * tile.level());
  }

  private String text() {
    return entries ? tile.entriesPath() : tile.path();
  }
}
