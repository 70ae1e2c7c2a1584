package fi.lupa.consent.print;

import fi.lupa.platform.client.ClientId;

/** Body of {@code POST /v1/declarations/prints}; language is fi, sv or en. */
record PrintRequest(ClientId client, PrintKind kind, String language) {}
