package fi.lupa.verify.log;

import fi.lupa.verify.note.Checkpoint;

/** What the verification of a log found. */
public sealed interface Verdict {
  /**
   * Every entry is the one the checkpoint is signed for.
   *
   * @param cleared of how many events the payload was lawfully cleared, as entries say; 0 when
   *     payloads weren't verified
   */
  record Intact(Checkpoint checkpoint, long cleared) implements Verdict {}

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
