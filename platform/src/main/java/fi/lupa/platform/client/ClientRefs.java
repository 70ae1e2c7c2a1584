package fi.lupa.platform.client;

import fi.lupa.contracts.ClientRef;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes pseudonyms under the deployment's key: HMAC-SHA-256, cut to 128 bits. The kinds of
 * identifiers are kept apart by a prefix. The key must be the same in every service and never
 * change: the pseudonyms are what the data hangs on.
 */
public final class ClientRefs {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_KEY = 32;

  private final SecretKeySpec key;

  /**
   * @param key at least 32 bytes
   * @throws IllegalArgumentException when the key is too short
   */
  public ClientRefs(byte[] key) {
    if (key.length < SHORTEST_KEY) {
      throw new IllegalArgumentException("the client reference key must have at least 32 bytes");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  public ClientRef of(ClientId id) {
    String text =
        switch (id) {
          case IdentityCode code -> "identity-code:" + code.value();
          case TemporaryId temporary -> "temporary-id:" + temporary.value();
        };
    ByteBuffer hash = ByteBuffer.wrap(hash(text));
    return new ClientRef(new UUID(hash.getLong(), hash.getLong()));
  }

  /** The pseudonym of a professional, 32 hexadecimal digits. */
  public String professional(String id) {
    return HexFormat.of().formatHex(hash("professional:" + id), 0, 16);
  }

  /** A keyed fingerprint of a request: a plain hash would let identity codes be guessed. */
  public byte[] fingerprint(byte[] request) {
    return hash(request);
  }

  private byte[] hash(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] hash(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no " + ALGORITHM, e);
    }
  }
}
