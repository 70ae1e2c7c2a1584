package fi.lupa.verify.note;

import fi.lupa.verify.tree.Malformed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A text and its signatures, c2sp.org/signed-note. The text ends in a newline. Whoever reads one
 * must not believe the text before {@link #verified} has given it.
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  /** More signatures under one note, and longer notes, are refused unread. */
  static final int MOST_SIGNATURES = 100;

  private static final int MOST_BYTES = 1 << 20;

  /** Checks that the text can stand in a note. */
  public SignedNote {
    if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new Malformed("a note's text ends in a newline and has no other control characters");
    }
    signatures = List.copyOf(signatures);
  }

  /**
   * The note as it came.
   *
   * @throws Malformed when it isn't of the form
   */
  public static SignedNote parse(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new Malformed("a note is shorter");
    }
    String note = text(bytes);
    int end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n") || end + 2 == note.length()) {
      throw new Malformed("a note is a text, an empty line and signatures");
    }
    String[] lines = note.substring(end + 2, note.length() - 1).split("\n", -1);
    if (lines.length > MOST_SIGNATURES) {
      throw new Malformed("a note has fewer signatures");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : lines) {
      signatures.add(NoteSignature.parse(line));
    }
    return new SignedNote(note.substring(0, end + 1), signatures);
  }

  /**
   * The text, once one of the keys is seen to have signed it. Signatures by other keys are passed
   * over: that is how a log changes its key, and how witnesses sign beside it.
   *
   * @throws Malformed when none of the keys has signed, or a signature that says it is by one isn't
   */
  public String verified(Collection<NoteKey> keys) {
    byte[] message = utf8(text);
    boolean signed = false;
    for (NoteSignature signature : signatures) {
      List<NoteKey> by = keys.stream().filter(signature::isBy).distinct().toList();
      if (by.size() > 1) {
        throw new Malformed("two known keys have the same name and id");
      }
      if (!by.isEmpty()) {
        if (!by.getFirst().verifies(message, signature.signature())) {
          throw new Malformed("a signature of a known key is wrong");
        }
        signed = true;
      }
    }
    if (!signed) {
      throw new Malformed("no known key has signed");
    }
    return text;
  }

  /** This note with one more signature, in place of an earlier one by the same key. */
  public SignedNote with(NoteSignature added) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    all.removeIf(s -> s.keyId() == added.keyId() && s.name().equals(added.name()));
    all.add(added);
    return new SignedNote(text, all);
  }

  /** The note's bytes. */
  public byte[] bytes() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()));
    return utf8(note.toString());
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new Malformed("not UTF-8");
    }
  }
}
