package fi.lupa.audit.anchor;

import java.time.Instant;

/**
 * A checkpoint that was put somewhere outside.
 *
 * @param size of the checkpoint
 * @param place where it was put
 * @param anchoredAt when
 * @param recordedBy the client system that told
 */
record Anchor(long size, String place, Instant anchoredAt, Instant recordedAt, String recordedBy) {}
