package fi.lupa.platform.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import fi.lupa.contracts.Oid;
import org.jspecify.annotations.Nullable;

/**
 * How a request names a client: {@code {"identityCode": ...}} or {@code {"temporaryId": ...}},
 * exactly one.
 */
public sealed interface ClientId permits IdentityCode, TemporaryId {

  @JsonCreator
  static ClientId of(
      @JsonProperty("identityCode") @Nullable String identityCode,
      @JsonProperty("temporaryId") @Nullable String temporaryId) {
    if (identityCode != null && temporaryId == null) {
      return new IdentityCode(identityCode);
    }
    if (temporaryId != null && identityCode == null) {
      return new TemporaryId(new Oid(temporaryId));
    }
    throw new IllegalArgumentException("exactly one of identityCode and temporaryId");
  }
}
