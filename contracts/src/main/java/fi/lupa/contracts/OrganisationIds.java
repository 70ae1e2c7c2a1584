package fi.lupa.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Identifiers of organisations for citizens, who must not see an OID. They hide nothing that is
 * secret (which organisation it is is told by name); they are the same in every instance and after
 * every rebuild, so that a client may keep a filter.
 */
public final class OrganisationIds {
  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private OrganisationIds() {}

  /** 122 bits of a SHA-256 over the OID, as a UUID of version 8 (RFC 9562). */
  public static UUID of(Oid organisation) {
    ByteBuffer hash = ByteBuffer.wrap(sha256("lupa organisation " + organisation.value()));
    long high = (hash.getLong() & ~0xF000L) | VERSION_8;
    long low = (hash.getLong() & ~0xC000_0000_0000_0000L) | VARIANT;
    return new UUID(high, low);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
