package fi.lupa.audit.readmodel;

import fi.lupa.contracts.event.Event;
import java.time.Instant;
import java.util.UUID;

/** An event that the log keeps, under its key. */
public record Recorded(UUID id, Instant time, Event event) {}
