package fi.lupa.verify.file;

import fi.lupa.verify.leaf.Leaf;
import fi.lupa.verify.leaf.Salt;
import fi.lupa.verify.note.Checkpoint;
import fi.lupa.verify.note.NoteKey;
import fi.lupa.verify.tree.Base64Text;
import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import fi.lupa.verify.tree.Inclusion;
import fi.lupa.verify.tree.Malformed;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client's own log as exported: the log's signed checkpoint, then entries, each with its proof.
 * An entry is proved when it stands in the tree under the checkpoint, is the one committed to, and
 * says nothing else than that. Members that the log doesn't commit to, such as sentences, are
 * passed over.
 */
public final class ExportedLog {
  private static final String CHECKPOINT = "checkpoint";
  private static final String ITEMS = "items";
  private static final String PROOF = "proof";

  /** Members that an entry has under the same name as its event. */
  private static final List<String> ALIKE = List.of("outcome", "basis", "ground", "reasonCode");

  private final Collection<NoteKey> keys;
  private final Hasher hasher = new Hasher();
  private @Nullable Checkpoint checkpoint;
  private long proved;
  private long unproved;

  private ExportedLog(Collection<NoteKey> keys) {
    this.keys = keys;
  }

  /** What was found. */
  public sealed interface Finding {

    /**
     * Everything that has a proof is proved.
     *
     * @param checkpoint under which
     * @param proved how many entries
     * @param unproved how many have no proof yet
     */
    record Holds(Checkpoint checkpoint, long proved, long unproved) implements Finding {}

    /**
     * The first wrong place.
     *
     * @param entry the entry's number in the file, the first one being 1; 0 for the file itself
     * @param why in English
     */
    record Broken(long entry, String why) implements Finding {}
  }

  /** Verifies a file; the log's origin is the name of the key that has signed. */
  public static Finding verify(Reader file, Collection<NoteKey> keys) {
    ExportedLog log = new ExportedLog(keys);
    try {
      new Json(file).members(ITEMS, log::member);
    } catch (Malformed | DateTimeException wrong) {
      return new Finding.Broken(log.checkpoint == null ? 0 : log.met() + 1, why(wrong));
    }
    Checkpoint signed = log.checkpoint;
    return signed == null
        ? new Finding.Broken(0, "there is no checkpoint")
        : new Finding.Holds(signed, log.proved, log.unproved);
  }

  private long met() {
    return proved + unproved;
  }

  private void member(String name, @Nullable Object value) {
    if (name.equals(CHECKPOINT) && value instanceof String note) {
      checkpoint = signed(note.getBytes(StandardCharsets.UTF_8));
    } else if (name.equals(ITEMS)) {
      item(Members.of(value));
    }
  }

  private Checkpoint signed(byte[] note) {
    for (NoteKey key : keys) {
      try {
        return Checkpoint.signed(note, key.name(), keys);
      } catch (Malformed another) {
        continue;
      }
    }
    throw new Malformed("the checkpoint isn't signed by the log's key");
  }

  private void item(Members item) {
    Checkpoint signed = checkpoint;
    if (signed == null) {
      throw new Malformed("the checkpoint stands before the entries");
    }
    if (!item.has(PROOF)) {
      unproved++;
      return;
    }
    Members proof = item.object(PROOF);
    if (!(leaf(proof, signed) instanceof Leaf.Logged logged)) {
      throw new Malformed("the proof is of something else than an entry");
    }
    if (!logged.event().equals(UUID.fromString(item.text("id")))
        || !logged.time().equals(Instant.parse(item.text("time")))) {
      throw new Malformed("the proof is another entry's");
    }
    shown(item, proof, logged);
    proved++;
  }

  private Leaf leaf(Members proof, Checkpoint signed) {
    byte[] entry = proof.text("entry").getBytes(StandardCharsets.US_ASCII);
    List<Hash> path = proof.texts("path").stream().map(Hash::parse).toList();
    if (!Inclusion.holds(
        hasher.leaf(entry), proof.number("index"), signed.size(), signed.root(), path, hasher)) {
      throw new Malformed("the entry isn't in the log that the checkpoint is signed for");
    }
    return Leaf.parse(entry);
  }

  private void shown(Members item, Members proof, Leaf.Logged logged) {
    String shown = proof.text("shown");
    Salt salt = Salt.of(Base64Text.bytes(proof.text("salt")));
    if (!salt.commit(shown.getBytes(StandardCharsets.UTF_8), hasher).equals(logged.shown())) {
      throw new Malformed("the event isn't the one that the log has committed to");
    }
    Members event = new Members(Json.object(shown.substring(shown.indexOf('\n') + 1)));
    for (String name : ALIKE) {
      if (item.has(name) && event.has(name) && !item.text(name).equals(event.text(name))) {
        throw new Malformed("the entry says something else than its event");
      }
    }
  }

  private static String why(RuntimeException wrong) {
    return wrong instanceof Malformed && wrong.getMessage() != null
        ? wrong.getMessage()
        : "not of the form of an exported log";
  }
}
