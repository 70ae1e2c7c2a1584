package fi.lupa.authorization.clientlink.link;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.client.TemporaryId;

/** The body of a linking. */
record LinkRequest(TemporaryId former, IdentityCode client) {
  @JsonCreator
  static LinkRequest of(
      @JsonProperty("temporaryId") Oid temporaryId,
      @JsonProperty("identityCode") String identityCode) {
    return new LinkRequest(new TemporaryId(temporaryId), new IdentityCode(identityCode));
  }
}
