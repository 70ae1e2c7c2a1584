package fi.lupa.consent.guardianprohibition.search;

import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v1/guardian-prohibitions/searches}. */
record SearchRequest(IdentityCode client, @Nullable Integer limit, @Nullable String cursor) {
  PageRequest page() {
    return new PageRequest(limit == null ? PageRequest.DEFAULT_LIMIT : limit, cursor);
  }
}
