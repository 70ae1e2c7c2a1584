package fi.lupa.audit.mylog;

import fi.lupa.contracts.event.Event;
import java.time.Instant;
import java.util.UUID;

/** An event as the log keeps it. */
record StoredEvent(UUID id, Instant time, Event event) {}
