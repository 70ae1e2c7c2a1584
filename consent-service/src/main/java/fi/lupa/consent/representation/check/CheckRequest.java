package fi.lupa.consent.representation.check;

import fi.lupa.platform.client.IdentityCode;

/** Body of {@code POST /internal/representations/checks}. */
record CheckRequest(IdentityCode represented, IdentityCode representative) {}
