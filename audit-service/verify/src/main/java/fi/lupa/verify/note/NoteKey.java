package fi.lupa.verify.note;

import fi.lupa.verify.tree.Base64Text;
import fi.lupa.verify.tree.Malformed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A public Ed25519 key that signs notes. Its text, {@code <name>+<id>+<Base64 of 0x01 and the
 * key>}, is what others know the log by; the id is eight hexadecimal digits.
 */
public final class NoteKey {
  private static final byte ED25519 = 1;
  private static final int KEY_BYTES = 32;
  private static final int SIGNATURE_BYTES = 64;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}");

  /** What X.509 writes before the 32 bytes of an Ed25519 key (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String name;
  private final byte[] raw;
  private final int id;
  private final PublicKey key;

  private NoteKey(String name, byte[] raw) {
    this.name = Names.checked(name);
    this.raw = raw;
    this.id = id(name, raw);
    this.key = publicKey(raw);
  }

  /** A key by its 32 bytes of RFC 8032. */
  public static NoteKey of(String name, byte[] raw) {
    if (raw.length != KEY_BYTES) {
      throw new Malformed("an Ed25519 key has 32 bytes");
    }
    return new NoteKey(name, raw.clone());
  }

  /**
   * A key by its text.
   *
   * @throws Malformed when it is no such text, of another kind of key, or the id is another key's
   */
  public static NoteKey parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3 || !ID.matcher(parts[1]).matches()) {
      throw new Malformed("a key's text is <name>+<id>+<key>");
    }
    byte[] typed = Base64Text.bytes(parts[2]);
    if (typed.length != 1 + KEY_BYTES || typed[0] != ED25519) {
      throw new Malformed("not an Ed25519 key");
    }
    NoteKey key = of(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
    if (!key.idText().equals(parts[1])) {
      throw new Malformed("the id isn't this key's");
    }
    return key;
  }

  /** Its name, by rights the origin of the log that signs by it. */
  public String name() {
    return name;
  }

  /** The first four bytes of SHA-256 over name, a newline, 0x01 and the key. */
  public int id() {
    return id;
  }

  /** The key's text, see {@link #parse}. */
  public String text() {
    return name + "+" + idText() + "+" + Base64Text.of(typed(raw));
  }

  /** Whether it has signed the bytes. */
  public boolean verifies(byte[] message, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES) {
      return false;
    }
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(key);
      ed25519.update(message);
      return ed25519.verify(signature);
    } catch (SignatureException notOne) {
      return false;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has Ed25519", impossible);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteKey that && name.equals(that.name) && Arrays.equals(raw, that.raw);
  }

  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return text();
  }

  /** The id in eight hexadecimal digits. */
  String idText() {
    return HexFormat.of().toHexDigits(id);
  }

  private static int id(String name, byte[] raw) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(sha256.digest(typed(raw))).getInt();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }

  private static byte[] typed(byte[] raw) {
    return ByteBuffer.allocate(1 + raw.length).put(ED25519).put(raw).array();
  }

  private static PublicKey publicKey(byte[] raw) {
    byte[] encoded = ByteBuffer.allocate(X509.length + raw.length).put(X509).put(raw).array();
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException noPoint) {
      throw new Malformed("not an Ed25519 key");
    }
  }
}
