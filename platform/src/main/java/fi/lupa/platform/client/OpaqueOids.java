package fi.lupa.platform.client;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;

/**
 * Object identifiers as a citizen may know them. A citizen is never shown an OID, yet must be able
 * to name a document or a register to every service; so the OID is encrypted under keys derived
 * from the deployment's.
 *
 * <p>The tag over client, kind and OID is the counter's start (a synthetic initialisation vector,
 * as in RFC 5297). So a reference is the same text each time and in every service, a client's
 * references tell nothing to another client, and no text is read back but what was made for that
 * client and kind.
 */
public final class OpaqueOids {
  private static final String MAC = "HmacSHA256";
  private static final String CIPHER = "AES/CTR/NoPadding";
  private static final int TAG = 16;
  private static final int KEY = 32;

  private final SecretKey tagKey;
  private final SecretKey textKey;

  /** What a reference stands for; one of a kind is none of another. */
  public enum Kind {
    DOCUMENT,
    ORGANISATION
  }

  /**
   * @param key the deployment's, that of {@link ClientRefs}
   */
  public OpaqueOids(byte[] key) {
    this.tagKey = derived(key, MAC, "lupa opaque oid tag");
    this.textKey = derived(key, "AES", "lupa opaque oid text");
  }

  /** The reference: letters, digits, {@code -} and {@code _}, at most 192 of them. */
  public String hide(ClientRef client, Kind kind, Oid oid) {
    byte[] text = oid.value().getBytes(StandardCharsets.UTF_8);
    byte[] tag = tag(client, kind, text);
    byte[] hidden = ByteBuffer.allocate(TAG + text.length).put(tag).put(crypt(tag, text)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hidden);
  }

  /** What the reference stands for; empty unless it was made for this client and kind. */
  public Optional<Oid> reveal(ClientRef client, Kind kind, String reference) {
    return text(reference)
        .filter(Oid::isValid)
        .map(Oid::new)
        .filter(oid -> same(hide(client, kind, oid), reference));
  }

  private Optional<String> text(String reference) {
    try {
      byte[] hidden = Base64.getUrlDecoder().decode(reference);
      return hidden.length <= TAG
          ? Optional.empty()
          : Optional.of(
              new String(
                  crypt(Arrays.copyOf(hidden, TAG), Arrays.copyOfRange(hidden, TAG, hidden.length)),
                  StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] tag(ClientRef client, Kind kind, byte[] text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(tagKey);
      mac.update(
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(client.value().getMostSignificantBits())
              .putLong(client.value().getLeastSignificantBits())
              .array());
      // no OID has a colon, so nothing else is the same bytes
      mac.update((kind.name() + ":").getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(mac.doFinal(text), TAG);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no " + MAC, e);
    }
  }

  /** Both ways. */
  private byte[] crypt(byte[] tag, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(Cipher.ENCRYPT_MODE, textKey, new IvParameterSpec(tag));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no " + CIPHER, e);
    }
  }

  private static SecretKey derived(byte[] key, String algorithm, String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              algorithm,
              HKDFParameterSpec.ofExtract()
                  .addIKM(key)
                  .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no HKDF", e);
    }
  }
}
