package fi.lupa.audit.erasure;

import fi.lupa.contracts.event.EntryErased.DecidedBy;
import fi.lupa.contracts.event.EntryErased.Ground;

/**
 * Why an entry is erased; {@code ErasureOrder} of {@code openapi/audit.yaml}.
 *
 * @param decision the reference of the decision, without anything personal
 */
record Order(Ground ground, String decision, DecidedBy decidedBy) {}
