package fi.lupa.audit.mylog;

import fi.lupa.audit.readmodel.Recorded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one organisation did in a client's log.
 *
 * @param lastAccess absent when it never asked for records
 * @param newest its newest event
 */
record Acted(
    UUID organisation,
    long accesses,
    long entries,
    @Nullable Instant lastAccess,
    Recorded newest) {}
