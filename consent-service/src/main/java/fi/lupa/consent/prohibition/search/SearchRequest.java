package fi.lupa.consent.prohibition.search;

import fi.lupa.platform.client.ClientId;
import fi.lupa.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v1/prohibitions/searches}. */
record SearchRequest(ClientId client, @Nullable Integer limit, @Nullable String cursor) {
  PageRequest page() {
    return new PageRequest(limit == null ? PageRequest.DEFAULT_LIMIT : limit, cursor);
  }
}
