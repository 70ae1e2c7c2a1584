package fi.lupa.audit.anchor;

import java.time.Instant;

/** {@code LogAnchoring} of {@code openapi/audit.yaml}. */
record AnchorRequest(long size, String place, Instant anchoredAt) {}
