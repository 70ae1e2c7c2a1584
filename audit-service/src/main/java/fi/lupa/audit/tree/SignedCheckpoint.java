package fi.lupa.audit.tree;

import fi.lupa.verify.note.Checkpoint;
import fi.lupa.verify.note.SignedNote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A checkpoint as the log gave it out.
 *
 * @param size of how many leaves
 * @param note the signed note
 */
public record SignedCheckpoint(long size, String note, Instant signedAt) {

  /** What it is signed for. */
  Checkpoint checkpoint() {
    return Checkpoint.parse(SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).text());
  }
}
