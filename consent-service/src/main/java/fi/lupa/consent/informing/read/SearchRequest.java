package fi.lupa.consent.informing.read;

import fi.lupa.platform.client.ClientId;

/** Body of {@code POST /v1/informings/searches}. */
record SearchRequest(ClientId client) {}
