package fi.lupa.platform.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.lupa.contracts.Oid;

/**
 * Temporary identifier (tilapäinen yksilöintitunnus) of a client who has no identity code, an OID.
 */
public record TemporaryId(@JsonProperty("temporaryId") Oid value) implements ClientId {
  /** Hidden, so that an identifier can't slip into a log line. */
  @Override
  public String toString() {
    return "TemporaryId[hidden]";
  }
}
