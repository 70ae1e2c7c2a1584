package fi.lupa.verify.log;

import fi.lupa.verify.note.Checkpoint;
import fi.lupa.verify.note.NoteSigner;
import fi.lupa.verify.tile.Entries;
import fi.lupa.verify.tile.Tile;
import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Nodes;
import fi.lupa.verify.tree.Trees;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The files of a log in memory, made as a log would make them. */
public final class StaticLog implements LogFiles {
  public static final String ORIGIN = "log.example/lupa";
  public static final NoteSigner SIGNER = NoteSigner.generate(ORIGIN, new SecureRandom());

  final TreeMap<String, byte[]> files = new TreeMap<>();
  private final List<byte[]> entries;
  private final List<Hash> leaves;

  public StaticLog(List<byte[]> entries) {
    this.entries = entries;
    this.leaves = Trees.leaves(entries);
    Nodes nodes = Trees.nodes(leaves);
    for (Tile tile : Tile.added(0, entries.size())) {
      files.put(tile.path(), tile.hashes(nodes));
      if (tile.level() == 0) {
        int from = (int) tile.index() * Tile.FULL;
        files.put(tile.entriesPath(), Entries.bundle(entries.subList(from, from + tile.width())));
      }
    }
    sign(checkpoint(entries.size()));
  }

  void sign(Checkpoint checkpoint) {
    files.put("checkpoint", SIGNER.sign(checkpoint.text()).bytes());
  }

  /** The checkpoint of the first so many entries. */
  Checkpoint checkpoint(int size) {
    return new Checkpoint(ORIGIN, size, Trees.root(leaves.subList(0, size)));
  }

  public TreeMap<String, byte[]> files() {
    return files;
  }

  public Nodes nodes() {
    return Trees.nodes(leaves);
  }

  public String text(int index) {
    return new String(entries.get(index), StandardCharsets.UTF_8);
  }

  @Override
  public Optional<byte[]> read(String path) {
    return Optional.ofNullable(files.get(path));
  }
}
