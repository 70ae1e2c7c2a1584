package fi.lupa.consent.prohibition.set;

/** Body of {@code POST /v1/my/prohibitions}. */
record MySetRequest(Asked target) {}
