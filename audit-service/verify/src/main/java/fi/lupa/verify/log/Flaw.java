package fi.lupa.verify.log;

/** What can be wrong with a log. */
public enum Flaw {
  /** A file that the checkpoint calls for isn't there. */
  MISSING,
  /** A file is longer, shorter or of another form than the checkpoint calls for. */
  FORM,
  /** The checkpoint isn't signed by the log's key, or is another log's. */
  CHECKPOINT,
  /** An entry isn't the one whose hash is in the tree. */
  ENTRY,
  /** A hash of the tree isn't that of the hashes under it. */
  TILE,
  /** The tree, though all in it agrees, isn't the one that the checkpoint is signed for. */
  ROOT,
  /** An event's payload isn't the one that was committed to. */
  PAYLOAD,
  /** An event's payload is gone, and no entry says that it was cleared. */
  PAYLOAD_MISSING,
  /** An event stands in another's log than its client's, or in none. */
  PLACE,
  /** There are events that the tree has no entry of. */
  UNLOGGED,
  /** An entry says of something that it was cleared that wasn't, or isn't an earlier event. */
  CLEARING,
  /** The tree doesn't begin with the one of an earlier checkpoint: something was changed since. */
  EARLIER
}
