package fi.lupa.local.home;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key under which identity codes become client references. Made once per home: with another key
 * every stored reference would point to nobody.
 */
public final class ClientRefKey {

  private static final int BYTES = 32;

  private ClientRefKey() {}

  /** The key of a home in base64; made on first use, readable by its owner only. */
  public static String of(Home home) {
    return KeptSecret.of(home.data("client-ref.key"), ClientRefKey::create);
  }

  private static String create() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
