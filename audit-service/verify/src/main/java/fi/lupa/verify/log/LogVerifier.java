package fi.lupa.verify.log;

import fi.lupa.verify.leaf.Payloads;
import fi.lupa.verify.note.Checkpoint;
import fi.lupa.verify.note.NoteKey;
import fi.lupa.verify.tree.Malformed;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Verifies a whole log from its files: reads every entry anew, builds the tree over them, compares
 * each stored hash on the way and the root at the end with the signed checkpoint. Needs the memory
 * of a few tiles, however long the log is; with payloads also that of those which are cleared later
 * on.
 */
public final class LogVerifier {
  private static final String CHECKPOINT = "checkpoint";

  private final String origin;
  private final Set<NoteKey> keys;

  /** For the log of that origin, known by these keys. */
  public LogVerifier(String origin, Collection<NoteKey> keys) {
    this.origin = origin;
    this.keys = Set.copyOf(keys);
  }

  /**
   * Verifies the log up to its checkpoint, and that it begins with what earlier checkpoints of it
   * were signed for. Whoever has kept one of those sees anything changed before it, by whomever.
   */
  public Verdict verify(LogFiles files, Collection<Checkpoint> earlier) {
    return verify(files, earlier, EntryCheck.NONE);
  }

  /**
   * The same, and that each event's payload is the one that was committed to, or was cleared as a
   * later entry says.
   */
  public Verdict verify(LogFiles files, Collection<Checkpoint> earlier, Payloads payloads) {
    return verify(files, earlier, new PayloadCheck(payloads));
  }

  private Verdict verify(LogFiles files, Collection<Checkpoint> earlier, EntryCheck check) {
    try {
      Checkpoint checkpoint = checkpoint(files);
      new Walk(files, checkpoint, due(earlier, checkpoint), check).toTheEnd();
      return new Verdict.Intact(checkpoint, check.cleared());
    } catch (Wrong wrong) {
      return wrong.verdict();
    }
  }

  private Checkpoint checkpoint(LogFiles files) {
    byte[] note =
        files.read(CHECKPOINT).orElseThrow(() -> new Wrong(Flaw.MISSING, CHECKPOINT, 0, 0));
    try {
      return Checkpoint.signed(note, origin, keys);
    } catch (Malformed unsigned) {
      throw new Wrong(Flaw.CHECKPOINT, CHECKPOINT, 0, 0);
    }
  }

  private List<Checkpoint> due(Collection<Checkpoint> earlier, Checkpoint now) {
    for (Checkpoint checkpoint : earlier) {
      if (!checkpoint.origin().equals(origin)) {
        throw new Wrong(Flaw.CHECKPOINT, CHECKPOINT, 0, 0);
      }
      if (checkpoint.size() > now.size()) {
        throw new Wrong(Flaw.EARLIER, CHECKPOINT, now.size(), checkpoint.size());
      }
    }
    return earlier.stream().sorted(Comparator.comparingLong(Checkpoint::size)).toList();
  }
}
