package fi.lupa.audit.erasure;

import java.time.Instant;
import java.util.UUID;

/** An erasure that was done. */
record Erasure(UUID id, Order.Ground ground, String decision, Instant erasedAt) {}
