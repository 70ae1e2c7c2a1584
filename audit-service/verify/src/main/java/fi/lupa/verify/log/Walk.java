package fi.lupa.verify.log;

import fi.lupa.verify.note.Checkpoint;
import fi.lupa.verify.tile.Entries;
import fi.lupa.verify.tile.Tile;
import fi.lupa.verify.tree.Frontier;
import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import fi.lupa.verify.tree.Malformed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One walk through a log's files, from the first entry to the last. */
final class Walk {
  private final LogFiles files;
  private final Checkpoint checkpoint;
  private final Deque<Checkpoint> earlier;
  private final EntryCheck check;
  private final Hasher hasher = new Hasher();
  private final Frontier tree;

  /** The tile of each level that is being compared with. */
  private final Map<Integer, Row> rows = new HashMap<>();

  /** The last checkpoint the tree was seen to agree with: what is wrong stands behind it. */
  private long agreed;

  Walk(LogFiles files, Checkpoint checkpoint, List<Checkpoint> earlier, EntryCheck check) {
    this.files = files;
    this.checkpoint = checkpoint;
    this.earlier = new ArrayDeque<>(earlier);
    this.check = check;
    this.tree = new Frontier(hasher);
  }

  private record Row(Tile tile, byte[] hashes) {}

  void toTheEnd() {
    try {
      compareWithEarlier();
      for (long index = 0; tree.size() < checkpoint.size(); index++) {
        appendAll(Tile.of(0, index, checkpoint.size()));
      }
      if (!tree.root().equals(checkpoint.root())) {
        throw new Wrong(Flaw.ROOT, "checkpoint", agreed, checkpoint.size());
      }
    } catch (Wrong wrong) {
      check.settle(); // one before it comes first, though it is looked at later
      throw wrong;
    }
    check.end();
  }

  private void appendAll(Tile tile) {
    List<byte[]> entries = entries(tile);
    if (entries.size() != tile.width()) {
      throw wrong(Flaw.FORM, tile.entriesPath(), tile);
    }
    long first = tree.size();
    try {
      for (byte[] entry : entries) {
        tree.append(hasher.leaf(entry), this::compare);
        compareWithEarlier();
      }
    } catch (Wrong wrong) {
      check.entries(first, entries.subList(0, Math.clamp(wrong.from() - first, 0, tile.width())));
      throw wrong;
    }
    check.entries(first, entries);
  }

  private List<byte[]> entries(Tile tile) {
    try {
      return Entries.of(read(tile.entriesPath(), tile));
    } catch (Malformed cutOff) {
      throw wrong(Flaw.FORM, tile.entriesPath(), tile);
    }
  }

  /** Compares a node that has become complete with the hash that is stored of it, if one is. */
  private void compare(int treeLevel, long index, Hash hash) {
    if (treeLevel % Tile.HEIGHT != 0) {
      return;
    }
    int level = treeLevel / Tile.HEIGHT;
    Row row = row(Tile.of(level, index / Tile.FULL, checkpoint.size()));
    if (!Hash.in(row.hashes, (int) (index % Tile.FULL)).equals(hash)) {
      Flaw flaw = level == 0 ? Flaw.ENTRY : Flaw.TILE;
      throw new Wrong(flaw, row.tile.path(), index << treeLevel, (index + 1) << treeLevel);
    }
  }

  private Row row(Tile tile) {
    Row known = rows.get(tile.level());
    if (known != null && known.tile.equals(tile)) {
      return known;
    }
    byte[] hashes = read(tile.path(), tile);
    if (hashes.length != tile.width() * Hash.BYTES) {
      throw wrong(Flaw.FORM, tile.path(), tile);
    }
    Row row = new Row(tile, hashes);
    rows.put(tile.level(), row);
    return row;
  }

  private void compareWithEarlier() {
    while (!earlier.isEmpty() && earlier.getFirst().size() == tree.size()) {
      if (!tree.root().equals(earlier.removeFirst().root())) {
        throw new Wrong(Flaw.EARLIER, "checkpoint", agreed, tree.size());
      }
      agreed = tree.size();
    }
  }

  private byte[] read(String path, Tile tile) {
    return files.read(path).orElseThrow(() -> wrong(Flaw.MISSING, path, tile));
  }

  private Wrong wrong(Flaw flaw, String path, Tile tile) {
    int height = Tile.HEIGHT * tile.level();
    long first = tile.index() * Tile.FULL;
    return new Wrong(flaw, path, first << height, (first + tile.width()) << height);
  }
}
