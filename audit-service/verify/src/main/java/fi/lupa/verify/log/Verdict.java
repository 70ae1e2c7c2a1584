package fi.lupa.verify.log;

import fi.lupa.verify.leaf.Leaf;
import fi.lupa.verify.note.Checkpoint;

/** What the verification of a log found. */
public sealed interface Verdict {
  /**
   * Every entry is the one the checkpoint is signed for.
   *
   * @param cleared which payloads were lawfully cleared; none when payloads weren't verified
   */
  record Intact(Checkpoint checkpoint, Cleared cleared) implements Verdict {}

  /**
   * Of how many events the payload was cleared, as entries say.
   *
   * @param expired because the time that log data are kept was over
   * @param erased by law or by a decision
   */
  record Cleared(long expired, long erased) {
    /** Nothing was. */
    public static final Cleared NONE = new Cleared(0, 0);

    Cleared and(Leaf.Why why) {
      return switch (why) {
        case RETENTION -> new Cleared(expired + 1, erased);
        case ERASURE -> new Cleared(expired, erased + 1);
      };
    }
  }

  /**
   * The first wrong place.
   *
   * @param flaw what is wrong there
   * @param path the file it was seen in
   * @param from the first entry that may be concerned, the log's first one being 0
   * @param to the entry behind the last one that may be concerned
   */
  record Broken(Flaw flaw, String path, long from, long to) implements Verdict {}
}
