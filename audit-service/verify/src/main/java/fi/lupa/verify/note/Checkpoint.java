package fi.lupa.verify.note;

import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Malformed;
import java.util.Collection;
import java.util.List;

/**
 * What a log promises by its signature: with so many leaves its root is this,
 * c2sp.org/tlog-checkpoint.
 *
 * @param origin which log it is
 * @param size how many leaves the tree has
 * @param root the tree's root
 * @param extensions further lines, normally none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
  /** Checks that each part can stand on a line of its own. */
  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (isNoLine(origin) || size < 0 || extensions.stream().anyMatch(Checkpoint::isNoLine)) {
      throw new Malformed("a checkpoint is an origin, a size, a root and further lines");
    }
  }

  /** A checkpoint without further lines. */
  public Checkpoint(String origin, long size, Hash root) {
    this(origin, size, root, List.of());
  }

  /**
   * The checkpoint that a note's text tells.
   *
   * @throws Malformed when it tells none
   */
  public static Checkpoint parse(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    // a text ends in a newline, so behind the last line there is an empty one
    if (lines.size() < 4 || !lines.getLast().isEmpty()) {
      throw new Malformed("a checkpoint has at least three lines");
    }
    return new Checkpoint(
        lines.getFirst(),
        Decimals.parse(lines.get(1)),
        Hash.parse(lines.get(2)),
        lines.subList(3, lines.size() - 1));
  }

  /**
   * The checkpoint of a log, once one of the log's keys is seen to have signed it.
   *
   * @throws Malformed when it isn't of the form, isn't signed or is another log's
   */
  public static Checkpoint signed(byte[] note, String origin, Collection<NoteKey> keys) {
    Checkpoint checkpoint = parse(SignedNote.parse(note).verified(keys));
    if (!checkpoint.origin.equals(origin)) {
      throw new Malformed("the checkpoint is another log's");
    }
    return checkpoint;
  }

  /** The text to be signed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(origin).append('\n').append(size).append('\n').append(root).append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static boolean isNoLine(String line) {
    return line.isEmpty() || line.chars().anyMatch(c -> c < ' ');
  }
}
