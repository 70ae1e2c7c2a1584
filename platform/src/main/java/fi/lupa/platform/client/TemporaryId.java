package fi.lupa.platform.client;

import fi.lupa.contracts.Oid;

/**
 * Temporary identifier (tilapäinen yksilöintitunnus) of a client who has no identity code, an OID.
 */
public record TemporaryId(Oid value) implements ClientId {
  /** Hidden, so that an identifier can't slip into a log line. */
  @Override
  public String toString() {
    return "TemporaryId[hidden]";
  }
}
