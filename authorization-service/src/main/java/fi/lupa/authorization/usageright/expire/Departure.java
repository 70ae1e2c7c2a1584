package fi.lupa.authorization.usageright.expire;

import fi.lupa.contracts.Oid;
import java.time.Instant;

/**
 * An organisation that has left or was suspended, while rights of it are left to end.
 *
 * @param at when it did; its rights end as of that moment
 */
record Departure(Oid organisation, Instant at) {}
