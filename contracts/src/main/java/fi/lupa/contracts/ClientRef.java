package fi.lupa.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * The pseudonym of a client (asiakas): 128 bits of an HMAC-SHA-256 over the identity code under the
 * deployment's key, written as a UUID so that PostgreSQL keeps it in 16 bytes. Without the key
 * nobody can tell which person it is, or whether a person has one.
 */
public record ClientRef(@JsonValue UUID value) {
  @JsonCreator
  public ClientRef {}

  @Override
  public String toString() {
    return value.toString();
  }
}
