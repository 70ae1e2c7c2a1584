package fi.lupa.verify.note;

import fi.lupa.verify.tree.Base64Text;
import fi.lupa.verify.tree.Malformed;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import java.util.List;

/**
 * The secret half of a {@link NoteKey}. Its text is {@code PRIVATE+KEY+<name>+<id>+<Base64 of 0x01
 * and the seed>}, as golang.org/x/mod/sumdb/note writes it.
 */
public final class NoteSigner {
  private static final String PREFIX = "PRIVATE+KEY+";
  private static final byte ED25519 = 1;
  private static final int SEED_BYTES = 32;
  private static final int PUBLIC_AT = 12;

  private final NoteKey key;
  private final PrivateKey secret;

  private NoteSigner(String name, KeyPair pair) {
    byte[] encoded = pair.getPublic().getEncoded();
    this.key = NoteKey.of(name, Arrays.copyOfRange(encoded, PUBLIC_AT, encoded.length));
    this.secret = pair.getPrivate();
  }

  /** A new key by that name. */
  public static NoteSigner generate(String name, SecureRandom random) {
    return new NoteSigner(name, pair(random));
  }

  /**
   * The key by its text.
   *
   * @throws Malformed when it is no such text; the message tells nothing of it
   */
  public static NoteSigner parse(String text) {
    String[] parts =
        text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : new String[0];
    if (parts.length != 3) {
      throw new Malformed("a secret key's text is PRIVATE+KEY+<name>+<id>+<key>");
    }
    byte[] typed = Base64Text.bytes(parts[2]);
    if (typed.length != 1 + SEED_BYTES || typed[0] != ED25519) {
      throw new Malformed("not an Ed25519 key");
    }
    byte[] seed = Arrays.copyOfRange(typed, 1, typed.length);
    NoteSigner signer = new NoteSigner(parts[0], pair(new Fixed(seed)));
    if (!signer.key.idText().equals(parts[1])) {
      throw new Malformed("the id isn't this key's");
    }
    return signer;
  }

  /** The public half. */
  public NoteKey key() {
    return key;
  }

  /** The secret text, see {@link #parse}: for the file that holds it, nowhere else. */
  public String secretText() {
    byte[] seed = ((EdECPrivateKey) secret).getBytes().orElseThrow();
    byte[] typed = ByteBuffer.allocate(1 + SEED_BYTES).put(ED25519).put(seed).array();
    return PREFIX + key.name() + "+" + key.idText() + "+" + Base64Text.of(typed);
  }

  /** A text with this key's signature under it. */
  public SignedNote sign(String text) {
    return new SignedNote(text, List.of()).with(signature(text));
  }

  /** This key's signature of a text, to stand under it beside others. */
  public NoteSignature signature(String text) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(secret);
      ed25519.update(SignedNote.utf8(text));
      return new NoteSignature(key.name(), key.id(), ed25519.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has Ed25519", impossible);
    }
  }

  private static KeyPair pair(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(255, random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has Ed25519", impossible);
    }
  }

  /** Gives the seed for a random number: the JDK has no other way from a seed to its public key. */
  private static final class Fixed extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final byte[] seed;

    Fixed(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != seed.length) {
        throw new IllegalStateException("The JDK makes Ed25519 keys in a new way");
      }
      System.arraycopy(seed, 0, bytes, 0, seed.length);
    }
  }
}
