package fi.lupa.consent.permit.search;

import fi.lupa.platform.client.ClientId;

/** Body of {@code POST /v1/permits/searches}. */
record SearchRequest(ClientId client) {}
