package fi.lupa.audit.tree;

import java.time.Instant;
import java.util.UUID;

/** What the log knows an event by. */
public record EventKey(UUID id, Instant time) {}
