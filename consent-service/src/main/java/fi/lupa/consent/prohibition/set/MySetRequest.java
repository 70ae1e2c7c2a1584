package fi.lupa.consent.prohibition.set;

import fi.lupa.consent.prohibition.Target;

/** Body of {@code POST /v1/my/prohibitions}. */
record MySetRequest(Target target) {}
