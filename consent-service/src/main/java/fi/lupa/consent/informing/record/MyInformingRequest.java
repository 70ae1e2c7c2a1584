package fi.lupa.consent.informing.record;

/** Body of {@code POST /v1/my/informing}. */
record MyInformingRequest(String textVersion, String language) {}
