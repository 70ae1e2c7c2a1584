package fi.lupa.audit.erasure;

import fi.lupa.contracts.event.EntryErased.Ground;
import java.time.Instant;
import java.util.UUID;

/** An erasure that was done. */
record Erasure(UUID id, Ground ground, String decision, Instant erasedAt) {}
