package fi.lupa.verify.note;

import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import fi.lupa.verify.tree.Inclusion;
import fi.lupa.verify.tree.Malformed;
import java.util.Collection;
import java.util.List;

/**
 * A proof to keep and show without asking anybody: that an entry is in a log, with the checkpoint
 * it holds for, c2sp.org/tlog-proof.
 *
 * @param index the entry's place in the log, the first one being 0
 * @param path the audit path, see {@link Inclusion}
 * @param checkpoint the signed checkpoint as the log gave it
 */
public record LogProof(long index, List<Hash> path, SignedNote checkpoint) {
  private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  /** Copies the path. */
  public LogProof {
    path = List.copyOf(path);
  }

  /**
   * The proof as it came; extra data are passed over, for nobody has signed them.
   *
   * @throws Malformed when it isn't of the form
   */
  public static LogProof parse(byte[] bytes) {
    String text = SignedNote.text(bytes);
    int end = text.indexOf("\n\n");
    if (end < 0) {
      throw new Malformed("a proof is an index, a path, an empty line and a checkpoint");
    }
    List<String> lines = List.of(text.substring(0, end).split("\n", -1));
    if (!lines.getFirst().equals(FIRST_LINE)) {
      throw new Malformed("a proof begins with the line " + FIRST_LINE);
    }
    int at = lines.size() > 1 && lines.get(1).startsWith(EXTRA) ? 2 : 1;
    if (lines.size() <= at || !lines.get(at).startsWith(INDEX)) {
      throw new Malformed("a proof names the entry's index");
    }
    return new LogProof(
        Decimals.parse(lines.get(at).substring(INDEX.length())),
        lines.subList(at + 1, lines.size()).stream().map(Hash::parse).toList(),
        SignedNote.parse(SignedNote.utf8(text.substring(end + 2))));
  }

  /**
   * The checkpoint that the entry with this hash is proved to be under.
   *
   * @throws Malformed when the checkpoint isn't that log's, or the path doesn't lead to its root
   */
  public Checkpoint verified(Hash leaf, String origin, Collection<NoteKey> keys, Hasher hasher) {
    Checkpoint signed = Checkpoint.signed(checkpoint.bytes(), origin, keys);
    if (!Inclusion.holds(leaf, index, signed.size(), signed.root(), path, hasher)) {
      throw new Malformed("the entry isn't in the log at this index");
    }
    return signed;
  }

  /** The proof's bytes. */
  public byte[] bytes() {
    StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
    text.append(INDEX).append(index).append('\n');
    path.forEach(hash -> text.append(hash).append('\n'));
    return SignedNote.utf8(
        text.append('\n').append(SignedNote.text(checkpoint.bytes())).toString());
  }
}
