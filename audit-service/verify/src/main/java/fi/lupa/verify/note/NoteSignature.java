package fi.lupa.verify.note;

import fi.lupa.verify.tree.Base64Text;
import fi.lupa.verify.tree.Malformed;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** One line under a note: who has signed, by which key, and the signature. */
public record NoteSignature(String name, int keyId, byte[] signature) {
  private static final String DASH = "\u2014 ";

  /** Checks the name and that there is a signature at all. */
  public NoteSignature {
    Names.checked(name);
    if (signature.length == 0) {
      throw new Malformed("a signature isn't empty");
    }
    signature = signature.clone();
  }

  static NoteSignature parse(String line) {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      throw new Malformed("a signature's line is a dash, a name and Base64");
    }
    byte[] bytes = Base64Text.bytes(line.substring(space + 1));
    if (bytes.length <= Integer.BYTES) {
      throw new Malformed("a signature's line holds a key id and a signature");
    }
    return new NoteSignature(
        line.substring(DASH.length(), space),
        ByteBuffer.wrap(bytes).getInt(),
        Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
  }

  String line() {
    byte[] bytes =
        ByteBuffer.allocate(Integer.BYTES + signature.length).putInt(keyId).put(signature).array();
    return DASH + name + " " + Base64Text.of(bytes) + "\n";
  }

  /** Whether that key is the one this says it is by. */
  boolean isBy(NoteKey key) {
    return key.id() == keyId && key.name().equals(name);
  }

  @Override
  public byte[] signature() {
    return signature.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteSignature that && line().equals(that.line());
  }

  @Override
  public int hashCode() {
    return line().hashCode();
  }
}
